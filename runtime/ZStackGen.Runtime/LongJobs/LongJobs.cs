using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Submits APIs as long jobs, and reads what they end with (PROTOCOL.md §3.3).
internal static class LongJobs
{
    public static async Task<ZStackLongJob<T>> SubmitAsync<T>(IApiInvoker invoker, ClientContext context, ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken)
        where T : ZStackResult
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        string data = LongJobData.Write(action, context.Options.ValidateArguments);
        var submit = new SubmitLongJobAction(LongJobData.JobName(action.Api), data, options) { SessionId = action.SessionId };
        LongJobResult submitted = await invoker.CallAsync(submit, cancellationToken).ConfigureAwait(false);
        if (submitted.Job?.Uuid is not { Length: > 0 } uuid)
            throw CallFault.Protocol(submit.Api, context.Server, "the answer has no long job at $.inventory.uuid", null, System.Net.HttpStatusCode.OK, null);
        if (!WireText.IsId(uuid))
            throw CallFault.Protocol(submit.Api, context.Server, "the long job's uuid at $.inventory.uuid is not letters and digits", null, System.Net.HttpStatusCode.OK, null);
        var secrets = new List<string>();
        if (action.SessionId is not null)
            secrets.Add(action.SessionId);
        RequestSecrets.CollectJson(secrets, Encoding.UTF8.GetBytes(data), 0);
        return new ZStackLongJob<T>(invoker, context, uuid, action.Api, action.ReadResult, action.SessionId) { Secrets = secrets };
    }

    // A long job that was submitted before, perhaps by another process. Nothing is sent yet.
    public static ZStackLongJob<T> Resume<T>(IApiInvoker invoker, ClientContext context, string uuid)
        where T : ZStackResult, new()
    {
        context.Lifetime.ThrowIfClosed();
        if (!WireText.IsId(uuid))
            throw new ArgumentException("The long job's UUID must be the letters and digits that ZStackLongJob.Uuid gave.", nameof(uuid));
        return new ZStackLongJob<T>(invoker, context, uuid, null, static (ref JsonReader reader) => reader.ReadMembers(new T()), null);
    }

    // The event as JSON, or the word `Succeeded` where there is nothing to tell.
    public static async ValueTask<T> ReadAsync<T>(ClientContext context, ApiDescriptor? api, string? jobResult, JsonRead<T> read, string? sessionId, IReadOnlyList<string>? secrets, CancellationToken cancellationToken)
        where T : ZStackResult
    {
        api ??= PolledJob.UnknownApi;
        byte[] json = Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(jobResult) || jobResult!.Trim() == "Succeeded" ? "{}" : jobResult);
        TimeZoneInfo zone = context.Zone.ForReading;
        for (bool redacted = false; ;)
        {
            try
            {
                return ZStackJson.ReadValue<T, DelegateReader<T>>(json, new(read), zone, false, out _);
            }
            catch (TimeZoneNeededException)
            {
                // As with any other answer.
            }
            catch (JsonFault) when (!redacted)
            {
                // The fault quotes the text.
                context.Redactor.Apply(json, secrets);
                redacted = true;
                continue;
            }
            catch (JsonFault fault)
            {
                throw CallFault.Protocol(api, context.Server, "the long job's result: " + fault.Message, fault.InnerException, System.Net.HttpStatusCode.OK, null);
            }

            zone = (await context.LearnZoneAsync(api, sessionId is null ? null : new AuthTicket(sessionId) { IsOfCall = true }, cancellationToken).ConfigureAwait(false)).Zone;
        }
    }

    public static ZStackError ReadFault(ClientContext context, string? jobResult, IReadOnlyList<string>? secrets)
    {
        byte[] text = Encoding.UTF8.GetBytes(jobResult ?? string.Empty);
        context.Redactor.Apply(text, secrets);
        return LongJobFault.Parse(text);
    }
}
