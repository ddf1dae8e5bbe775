using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Submits APIs as long jobs, and reads their results (PROTOCOL.md §3.3).
internal static class LongJobs
{
    public static async Task<ZStackLongJob<T>> SubmitAsync<T>(IApiInvoker invoker, ClientContext context, ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken)
        where T : ZStackResult
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        string data = LongJobData.Write(action, context.Options.ValidateArguments);
        if (VersionGate.Covers(context, action.Api))
            data = await GateAsync(context, action.Api, data, cancellationToken).ConfigureAwait(false);
        var submit = new SubmitLongJobAction(LongJobData.JobName(action.Api), data, options) { SessionId = action.SessionId };
        LongJobResult submitted = await invoker.CallAsync(submit, cancellationToken).ConfigureAwait(false);
        if (submitted.Job?.Uuid is not { Length: > 0 } uuid)
            throw CallFault.Protocol(submit.Api, context.Server, "the response has no long job at $.inventory.uuid", null, System.Net.HttpStatusCode.OK, null);
        if (!WireText.IsId(uuid))
            throw CallFault.Protocol(submit.Api, context.Server, "the uuid of the long job at $.inventory.uuid contains characters other than letters and digits", null, System.Net.HttpStatusCode.OK, null);
        var secrets = new List<string>();
        if (action.SessionId is not null)
            secrets.Add(action.SessionId);
        RequestSecrets.CollectJson(secrets, action.Api, Encoding.UTF8.GetBytes(data), 0);
        return new ZStackLongJob<T>(invoker, context, uuid, action.Api, action.ReadResult, action.SessionId) { Secrets = secrets };
    }

    // The call itself cannot do this: it carries the parameters of the API as one text.
    private static async Task<string> GateAsync(ClientContext context, ApiDescriptor api, string data, CancellationToken cancellationToken)
    {
        if (await VersionGate.LearnAsync(context, api, cancellationToken).ConfigureAwait(false) is { } version)
            VersionGate.Apply(context, api, version, newer => RequestMembers.Remove(ref data, newer));
        return data;
    }

    // Resumes a long job, which another process may have submitted. Sends no request.
    public static ZStackLongJob<T> Resume<T>(IApiInvoker invoker, ClientContext context, string uuid)
        where T : ZStackResult, new()
    {
        context.Lifetime.ThrowIfClosed();
        if (!WireText.IsId(uuid))
            throw new ArgumentException("The UUID of the long job must consist of letters and digits; use the value of ZStackLongJob.Uuid.", nameof(uuid));
        return new ZStackLongJob<T>(invoker, context, uuid, null, static (ref JsonReader reader) => reader.ReadMembers(new T()), null);
    }

    // The result is the event as JSON, or the word `Succeeded` (PROTOCOL.md §3.3).
    public static async ValueTask<T> ReadAsync<T>(ClientContext context, ApiDescriptor? api, string? jobResult, JsonRead<T> read, string? sessionId, IReadOnlyList<string>? secrets, CancellationToken cancellationToken)
        where T : ZStackResult
    {
        api ??= PolledJob.UnknownApi;
        byte[] json = Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(jobResult) || jobResult!.Trim() == "Succeeded" ? "{}" : jobResult);
        TimeZoneInfo zone = context.Zone.ForReading;
        while (true)
        {
            try
            {
                T result = ZStackJson.ReadValue<T, DelegateReader<T>>(json, new(read), zone, false, out List<JsonMismatch>? mismatches);
                if (mismatches is not null && context.Observer.IsOn)
                    MemberMismatches.Report(context, mismatches, new ZStackClientEvent(api, context.Server), secrets);
                return result;
            }
            catch (TimeZoneNeededException)
            {
                // Learn the time zone below, as for any other response.
            }
            catch (JsonFault fault)
            {
                JsonFault? redacted = RedactedFault.Read<T, DelegateReader<T>>(context, fault, json, new(read), secrets);
                throw CallFault.Protocol(api, context.Server, "the result of the long job: " + (redacted?.Message ?? "it cannot be read"), redacted?.InnerException, System.Net.HttpStatusCode.OK, null);
            }

            zone = (await context.LearnZoneAsync(api, sessionId is null ? null : new AuthTicket(sessionId) { IsFromCaller = true }, cancellationToken).ConfigureAwait(false)).TimeZone;
        }
    }

    public static ZStackError ReadFault(ClientContext context, string? jobResult, IReadOnlyList<string>? secrets)
    {
        byte[] text = Encoding.UTF8.GetBytes(jobResult ?? string.Empty);
        context.Redactor.Apply(text, secrets);
        return LongJobFault.Parse(text);
    }
}
