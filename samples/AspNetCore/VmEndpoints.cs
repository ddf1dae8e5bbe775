using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZStack;
using ZStack.Api;

namespace AspNetCore;

/// <summary>The endpoints of the sample: they list the VM instances of the cloud and start a VM instance.</summary>
internal static class VmEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapVms(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder vms = routes.MapGroup("/vms");
        vms.MapGet("/", ListAsync);
        vms.MapPost("/{uuid}/start", StartAsync);
    }

    private static async Task<Vm[]> ListAsync(IZStackClient client, CancellationToken cancellationToken)
    {
        var vms = await client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name), cancellationToken).ToListAsync(cancellationToken);
        return [.. vms.Select(Vm.Of)];
    }

    // The call ends when the job has ended. The cloud reports that to the webhook, so the client hardly polls.
    private static async Task<Results<Ok<Vm>, ProblemHttpResult>> StartAsync(string uuid, IZStackClient client, CancellationToken cancellationToken)
    {
        ZStackApiResult<StartVmInstanceAction.Result> started = await client.TryCallAsync(new StartVmInstanceAction { Uuid = uuid }, cancellationToken);
        return started.Value is { } result
            ? TypedResults.Ok(Vm.Of(result.Inventory))
            : TypedResults.Problem(started.Error?.Details, title: started.Error?.Code, statusCode: StatusCodes.Status502BadGateway);
    }

    private sealed record Vm(string Uuid, string? Name, string? State)
    {
        public static Vm Of(VmInstanceInventory vm) => new(vm.Uuid, vm.Name, vm.State?.Value);
    }
}
