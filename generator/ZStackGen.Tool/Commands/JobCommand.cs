using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ZStack;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen job</c>: waits for a job of a cloud.</summary>
internal static class JobCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen job 3a5d7c0b9e8f4b1c8f6d2a7b5c4e3d2f
          zstackgen job 3a5d7c0b9e8f4b1c8f6d2a7b5c4e3d2f --no-wait    its state now
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The id of the job, which 'zstackgen call --no-wait' prints." };
        var noWait = new Option<bool>("--no-wait") { Description = "Print the state of the job instead of waiting for its result." };
        var command = new Command("job", "Wait for a job and print its result.") { id, noWait };
        var connection = new ConnectionOptions(command);
        command.SetAction((parsed, cancellationToken) => CallCommand.RunAsync(
            async (client, run) =>
            {
                ZStackJob<ZStackRawResult> job = client.ResumeJob<ZStackRawResult>(parsed.GetRequiredValue(id));
                return parsed.GetValue(noWait)
                    ? await StateAsync(job, cancellationToken).ConfigureAwait(false)
                    : await run.WaitAsync(job, cancellationToken).ConfigureAwait(false);
            },
            requiresSession: true,
            described: static () => new HashSet<string>(),
            connection,
            parsed,
            terminal,
            cancellationToken));
        return command;
    }

    private static async Task<JsonObject?> StateAsync(ZStackJob<ZStackRawResult> job, CancellationToken cancellationToken)
    {
        ZStackJobState state = await job.GetStateAsync(cancellationToken).ConfigureAwait(false);
        var shown = new JsonObject { ["jobId"] = job.Id, ["phase"] = state.Phase.ToString() };
        if (state.Percent is { } percent)
            shown["percent"] = percent;
        if (state.Error is { } error)
            shown["error"] = error.ToString();
        return shown;
    }
}
