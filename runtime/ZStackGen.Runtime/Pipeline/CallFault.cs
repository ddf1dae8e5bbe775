using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ZStack;

// Creates the exceptions. A message names the API, the method, the path template, the host and the problem, but no argument or header.
internal static class CallFault
{
    private const int BodyExcerpt = 512;
    private const int MaxReason = 128;

    public static string Where(ApiDescriptor api, ServerAddress server)
        => api.Name + " (" + api.Method + " " + api.Path + " at " + server.Origin + ")";

    public static ZStackApiException Api(ApiDescriptor api, ServerAddress server, ZStackError error, HttpStatusCode? status, string? jobId)
    {
        string message = Where(api, server) + " failed: " + error
            + (jobId is null ? string.Empty : " [job " + jobId + "]");
        return At(Kind(error.Code, message, error), api, server, status, jobId);
    }

    // An access key or a session that is not valid.
    public static ZStackApiException CredentialRefused(ApiDescriptor api, ServerAddress server, ZStackError error, HttpStatusCode status)
        => At(new ZStackAuthenticationException(Where(api, server) + ": the server refused the credential: " + error, error), api, server, status, null);

    private static ZStackApiException At(ZStackApiException exception, ApiDescriptor api, ServerAddress server, HttpStatusCode? status, string? jobId)
    {
        exception.Server = server.Uri;
        exception.Api = api.Name;
        exception.Status = status;
        exception.JobId = jobId;
        return exception;
    }

    public static ZStackTransportException Transport(ApiDescriptor api, ServerAddress server, Exception cause, string? jobId, in FaultRedaction redaction)
    {
        bool connected = !IsConnectFault(cause);
        string text = Certificate(cause) is { } certificate ? certificate
            : IsWithoutTls(server, cause) ? ": the server did not respond with TLS: " + Innermost(cause) + ". If the port serves plain HTTP, use a base address that begins with 'http://'"
            : connected ? ": the connection broke before the response was complete: " + Innermost(cause)
            : ": the server cannot be reached: " + Innermost(cause) + ". Check the base address, and that ZStack is running there";
        if (connected && jobId is not null)
            text += ". The call may have reached the server [job " + jobId + "]";
        return new ZStackTransportException(Where(api, server) + redaction.Of(text), redaction.Of(cause))
        {
            Server = server.Uri,
            Api = api.Name,
            JobId = jobId,
            MayHaveReachedServer = connected,
        };
    }

    public static ZStackTransportException Handler(ApiDescriptor api, ServerAddress server, Exception cause, string? jobId, in FaultRedaction redaction)
        => new(
            Where(api, server) + redaction.Of(": a handler aborted the request (" + cause.GetType().Name + "): " + Innermost(cause))
            + (jobId is null ? string.Empty : ". The call may have reached the server [job " + jobId + "]"),
            redaction.Of(cause))
        {
            Server = server.Uri,
            Api = api.Name,
            JobId = jobId,
        };

    // `limit` is the option that states the timeout; null for the timeout of a handler.
    public static ZStackTimeoutException Timeout(ApiDescriptor api, ServerAddress server, Exception? cause, TimeSpan timeout, string? limit, string? jobId)
        => new(
            Where(api, server) + (limit is not null
                ? ": no complete response within " + Seconds(timeout) + " (" + limit + ")"
                : ": no complete response within the timeout of a handler")
            + (jobId is null ? string.Empty : ". The call may have reached the server [job " + jobId + "]"),
            cause)
        {
            Server = server.Uri,
            Api = api.Name,
            JobId = jobId,
        };

    public static ObjectDisposedException Disposed(ApiDescriptor api, ServerAddress server, string? jobId)
        => new(
            "ZStackClient",
            Where(api, server) + ": the client was disposed before the response arrived." + (jobId is null ? string.Empty : " The server may have accepted the call [job " + jobId + "]"));

    public static ObjectDisposedException HandlerDisposed(ApiDescriptor api, ServerAddress server, string? jobId)
        => new(
            "HttpMessageHandler",
            Where(api, server) + ": the HttpMessageHandler of the client was disposed." + (jobId is null ? string.Empty : " [job " + jobId + "]"));

    public static ZStackCanceledException Canceled(ApiDescriptor api, ServerAddress server, Exception? cause, string? jobId, bool accepted, System.Threading.CancellationToken token)
        => new(
            Where(api, server) + (accepted
                ? ": waiting was canceled. The job continues on the server [job " + jobId + "]"
                : ": the call was canceled before the response arrived." + (jobId is null ? string.Empty : " The server may have accepted it [job " + jobId + "]")),
            cause,
            token)
        {
            Api = api.Name,
            JobId = jobId,
        };

    public static ZStackProtocolException Protocol(ApiDescriptor api, ServerAddress server, string problem, Exception? cause, HttpStatusCode? status, string? jobId)
        => new(Where(api, server) + ": " + ServerText.Of(problem) + (jobId is null ? string.Empty : " [job " + jobId + "]"), cause)
        {
            Server = server.Uri,
            Api = api.Name,
            Status = status,
            JobId = jobId,
        };

    public static ZStackHttpException Http(ApiDescriptor api, in RawResponse response, string? jobId)
    {
        string excerpt = ServerText.Of(Excerpt(response.Body.Written, out bool html));
        string status = ((int)response.Status).ToString(CultureInfo.InvariantCulture) + " " + ServerText.Of(response.Reason, MaxReason);
        var message = new StringBuilder(Where(api, response.Server)).Append(" returned ").Append(status.TrimEnd());
        if (response.RedirectOrigin is { } redirect)
            message.Append(", a redirect to ").Append(ServerText.Of(redirect, BodyExcerpt)).Append(". The client does not follow redirects, because they would send the credential there. Check the base address");
        else if (html)
            message.Append(" with an HTML page of a proxy or web server instead of a response of ZStack: ").Append(excerpt);
        else
            message.Append(excerpt.Length == 0 ? " without a body" : ": " + excerpt);
        if (response.Status == HttpStatusCode.NotFound)
            message.Append(html
                ? ". Check the context path of the base address, and that ZStack has finished starting"
                : jobId is not null ? ". ZStack reports an unknown job in another text: check the gateway or proxy in front of ZStack"
                : ". The server does not know this API: check the version of the server and the base address");
        if (response.Status == HttpStatusCode.Forbidden && ZStackHttpException.IsSkewed(excerpt))
            message.Append(". The server compares the date of an access key with its own wall clock: set ZStackClientOptions.ServerTimeZone to the time zone of the server, and check both clocks");
        if (jobId is not null)
            message.Append(" [job ").Append(jobId).Append(']');
        return new ZStackHttpException(message.ToString())
        {
            Server = response.Server.Uri,
            Api = api.Name,
            Status = response.Status,
            JobId = jobId,
            RetryAfter = response.RetryAfter,
            Body = excerpt,
        };
    }

    public static ZStackJobExpiredException Expired(PolledJob job, ServerAddress server, HttpStatusCode status)
        => new(Where(job.Api, server) + ": the server does not know job " + job.Id + ": its result has been deleted, or the job never existed")
        {
            Server = server.Uri,
            Api = job.ApiName,
            Status = status,
            JobId = job.Id,
        };

    public static ZStackJobTimeoutException JobTimeout(PolledJob job, ServerAddress server, TimeSpan limit)
        => new(Where(job.Api, server) + ": the job did not complete within " + Seconds(limit) + ". It may continue on the server [job " + job.Id + "]")
        {
            Api = job.ApiName,
            JobId = job.Id,
            Timeout = limit,
        };

    public static bool IsConnectFault(Exception fault)
    {
#if NET8_0_OR_GREATER
        if (fault is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
            })
            return true;
#endif
        // The connect timeout of SocketsHttpHandler; HttpExchange reports every other timeout by its own exception.
        if (fault is OperationCanceledException { InnerException: TimeoutException })
            return true;
        // The TLS handshake precedes the request; a later TLS error is wrapped in an IOException.
        if (fault is AuthenticationException or HttpRequestException { InnerException: AuthenticationException })
            return true;
        for (Exception? e = fault; e is not null; e = e.InnerException)
        {
            // A network that fails during a request reports the same socket errors, but the request may have been sent.
            if (e is IOException)
                return false;
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TryAgain or SocketError.NoData })
                return true;
            if (e is WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure })
                return true;
        }

        return false;
    }

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static ZStackApiException Kind(string? code, string message, ZStackError error) => code switch
    {
        "ID.1000" or "ID.1005" or "ID.2000" or "ID.2001" or "ID.2002" or "ID.2003" => new ZStackAuthenticationException(message, error),
        "ID.1001" or "ID.1006" => new ZStackSessionException(message, error),
        "ID.1002" => new ZStackPermissionException(message, error),
        "ID.1003" or "ID.1004" => new ZStackQuotaException(message, error),
        "SYS.1001" => new ZStackApiTimeoutException(message, error),
        "LONG_JOB.1001" or "LONG_JOB.1003" => new ZStackLongJobCancelException(message, error),
        "SYS.1003" => new ZStackNotFoundException(message, error),
        "SYS.1007" => new ZStackInvalidParameterException(message, error),
        // Internal, unknown message, no route, not ready, undeliverable, node lost, no capability, unimplemented, HTTP, I/O.
        "SYS.1000" or "SYS.1008" or "SYS.1009" or "SYS.1010" or "SYS.1011" or "SYS.1012" or "SYS.1013" or "SYS.1014" or "SYS.1015" or "SYS.1016"
            or "PORTAL.1000" => new ZStackServerException(message, error),
        _ => new ZStackApiException(message, error),
    };

    // The reason why .NET refuses the certificate; null if the fault has another cause.
    private static string? Certificate(Exception fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
        {
            if (e is not (AuthenticationException or WebException { Status: WebExceptionStatus.TrustFailure })
                || (e is AuthenticationException && e.Message.IndexOf("certificate", StringComparison.OrdinalIgnoreCase) < 0))
                continue;
            string reason = e.Message.IndexOf("NameMismatch", StringComparison.Ordinal) >= 0
                ? "is not trusted, because it is issued for another host name"
                : "is not trusted";
            return ": the server's certificate " + reason + ": " + Innermost(e)
                + ". If it was issued by a private authority, set ZStackClientOptions.CertificateAuthorities, and use a base address with a host name of the certificate";
        }

        return null;
    }

    // A plain HTTP port responds to a TLS handshake with text, or not at all.
    private static bool IsWithoutTls(ServerAddress server, Exception fault)
    {
        if (server.Uri.Scheme != "https")
            return false;
#if NET8_0_OR_GREATER
        if (fault is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
            return true;
#endif
        return fault is HttpRequestException { InnerException: AuthenticationException or IOException { InnerException: null } };
    }

    private static string Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner)
            fault = inner;
        return fault.Message.TrimEnd('.', ' ');
    }

    // One line of readable text; of an HTML page, the text without markup.
    private static string Excerpt(ReadOnlySpan<byte> body, out bool html)
    {
        string text = Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, BodyExcerpt * 8)).ToArray()).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        html = text.Length > 0 && text[0] == '<';
        var line = new StringBuilder();
        bool tag = false, gap = false;
        foreach (char c in text)
        {
            if (html && c is '<' or '>')
            {
                tag = html && c == '<';
                gap = true;
                continue;
            }

            if (tag)
                continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = true;
                continue;
            }

            if (gap && line.Length > 0)
                line.Append(' ');
            gap = false;
            line.Append(c);
            if (line.Length >= BodyExcerpt)
                return line.Append('…').ToString();
        }

        return line.ToString();
    }
}
