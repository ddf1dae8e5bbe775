using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace ZStack;

// An activity source and a meter, both named `ZStack`, that follow OpenTelemetry's conventions for HTTP clients.
// No argument, header or body is recorded. Paths are recorded as templates, because `url.full` would contain arguments and, on logout, the session.
internal static class Telemetry
{
    public const string Name = "ZStack";

    private static readonly string? s_version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    public static readonly ActivitySource Source = new(Name, s_version);
    private static readonly Meter s_meter = new(Name, s_version);

    // A name other than .NET's own `http.client.request.duration`, which measures the same requests.
    private static readonly Histogram<double> s_requestDuration = s_meter.CreateHistogram<double>(
        "zstack.client.request.duration", "s", "Duration of an HTTP request, including its response.");

    private static readonly Histogram<double> s_callDuration = s_meter.CreateHistogram<double>(
        "zstack.client.call.duration", "s", "Duration of a call, including retries and the job's polls.");

    private static readonly Counter<long> s_retries = s_meter.CreateCounter<long>(
        "zstack.client.request.retries", "{request}", "Number of retried requests.");

    public static bool SeesRequests => Source.HasListeners() || s_requestDuration.Enabled;

    public static bool SeesCalls => Source.HasListeners() || s_callDuration.Enabled;

    public static Activity? Call(ApiDescriptor api, ServerAddress server)
        => Source.StartActivity(api.Name, ActivityKind.Internal) is { } activity ? Describe(activity, api.Name, api.Method, api.Path, server.Uri) : null;

    public static Activity? Request(in ZStackClientEvent request)
    {
        if (Source.StartActivity(request.Method + " " + request.Path, ActivityKind.Client) is not { } activity)
            return null;
        Describe(activity, request.Api, request.Method, request.Path, request.Server!);
        if (request.Retries > 0)
            activity.SetTag("http.request.resend_count", request.Retries);
        return activity;
    }

    public static void RecordResponse(Activity? activity, in ZStackClientEvent request, double seconds, HttpStatusCode? status, Exception? fault)
    {
        string? error = fault is not null ? fault.GetType().FullName : (int)status!.Value >= 400 ? Number((int)status.Value) : null;
        if (activity is not null)
        {
            if (request.JobId is not null)
                activity.SetTag("zstack.job.id", request.JobId);
            if (status is { } code)
                activity.SetTag("http.response.status_code", (int)code);
            Fail(activity, error);
        }

        if (!s_requestDuration.Enabled)
            return;
        var tags = new TagList
        {
            { "http.request.method", request.Method },
            { "url.template", request.Path },
            { "server.address", request.Server!.Host },
            { "server.port", request.Server.Port },
        };
        if (status is { } answered)
            tags.Add("http.response.status_code", (int)answered);
        if (error is not null)
            tags.Add("error.type", error);
        s_requestDuration.Record(seconds, tags);
    }

    public static void RecordCall(Activity? activity, ApiDescriptor api, ServerAddress? server, double seconds, string? jobId, string? error)
    {
        if (activity is not null)
        {
            // The server of the final response, which may be another node than the first.
            if (server is not null)
                At(activity, server.Uri);
            if (jobId is not null)
                activity.SetTag("zstack.job.id", jobId);
            Fail(activity, error);
        }

        if (!s_callDuration.Enabled)
            return;
        var tags = new TagList { { "zstack.api", api.Name } };
        if (error is not null)
            tags.Add("error.type", error);
        s_callDuration.Record(seconds, tags);
    }

    public static void RecordRetry(ApiDescriptor api)
    {
        if (s_retries.Enabled)
            s_retries.Add(1, new KeyValuePair<string, object?>("zstack.api", api.Name));
    }

    private static Activity Describe(Activity activity, string api, string method, string template, Uri server)
        => At(activity, server)
            .SetTag("zstack.api", api)
            .SetTag("http.request.method", method)
            .SetTag("url.template", template);

    private static Activity At(Activity activity, Uri server)
        => activity.SetTag("server.address", server.Host).SetTag("server.port", server.Port);

    private static void Fail(Activity activity, string? error)
    {
        if (error is null)
            return;
        activity.SetTag("error.type", error);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
