using System.Collections.Generic;

namespace ZStack;

// The properties of a job that a poll needs.
internal sealed class PolledJob(string id, ApiDescriptor api, JsonRead<ZStackResult> read)
{
    // The placeholder API of a job that was resumed by its id alone.
    public static readonly ApiDescriptor UnknownApi = new("Job", "GET", "/v1/api-jobs/{uuid}", ApiTraits.None);

    public string Id { get; } = id;

    public ApiDescriptor Api { get; } = api;

    // Null for a job that was resumed by its id alone.
    public string? ApiName => ReferenceEquals(Api, UnknownApi) ? null : Api.Name;

    public JsonRead<ZStackResult> Read { get; } = read;

    // The credential of the call that started the job.
    public AuthTicket? Ticket { get; init; }

    // The secrets of the call, which messages about the job must not contain.
    public IReadOnlyList<string>? Secrets { get; init; }
}
