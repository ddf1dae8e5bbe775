using System.Collections.Generic;

namespace ZStack;

// A job as it is polled.
internal sealed class PolledJob(string id, ApiDescriptor api, JsonRead<ZStackResult> read)
{
    // Stands for the API of a job that was resumed by its id alone.
    public static readonly ApiDescriptor UnknownApi = new("Job", "GET", "/v1/api-jobs/{uuid}", ApiTraits.None);

    public string Id { get; } = id;

    public ApiDescriptor Api { get; } = api;

    // Null for a job that was resumed by its id alone.
    public string? ApiName => ReferenceEquals(Api, UnknownApi) ? null : Api.Name;

    public JsonRead<ZStackResult> Read { get; } = read;

    // The credential of the call that started the job.
    public AuthTicket? Ticket { get; init; }

    // What the call sent that must stand in no message about the job.
    public IReadOnlyList<string>? Secrets { get; init; }
}
