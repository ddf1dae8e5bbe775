using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ZStackGen.Hosting.Tests;

// A server and a proxy that return everything they received, and the last login, in every kind of failure.
internal sealed partial class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _received = new();
    private string _login = string.Empty;
    private int _sessions;

    private EchoServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public bool AcceptsLogins { get; set; } = true;

    public bool IsProxy { get; set; }

    public string Received => string.Join('\n', _received);

    public static async Task<EchoServer> StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var server = new EchoServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using var reader = new StreamReader(request.Body);
        string body = await reader.ReadToEndAsync();
        string text = request.Method + " " + request.Path + request.QueryString + "\n" + string.Join('\n', request.Headers.Select(h => h.Key + ": " + h.Value)) + "\n" + body;
        _received.Enqueue(text);
        string path = request.Path.Value!;
        if (path.EndsWith("/login", StringComparison.Ordinal))
            _login = text;
        string echo = _login + "\n" + text;
        if (IsProxy && !request.Headers.ContainsKey("Proxy-Authorization"))
        {
            context.Response.StatusCode = 407;
            context.Response.Headers["Proxy-Authenticate"] = "Basic realm=\"proxy\"";
        }
        else if (IsProxy)
        {
            await WriteAsync(context, 502, "<html><body>" + Tomcat(echo) + echo + "</body></html>");
        }
        else if (path.EndsWith("/login", StringComparison.Ordinal))
        {
            // 32 characters like a real session, and unique in all text.
            string session = "5e5510" + Interlocked.Increment(ref _sessions).ToString("D26", CultureInfo.InvariantCulture);
            await WriteAsync(context, AcceptsLogins ? 200 : 503, AcceptsLogins ? $$$"""{"inventory":{"uuid":"{{{session}}}","expiredDate":"Nov 15, 2033 12:13:20 AM","createDate":"Nov 14, 2033 10:13:20 PM"}}""" : Error("ID.1000", echo));
        }
        else if (path.Contains("/api-jobs/", StringComparison.Ordinal))
        {
            await WriteAsync(context, 503, Error("SYS.1000", echo));
        }
        else
        {
            await AnswerAsync(context, path[(path.LastIndexOf('/') + 1)..], echo);
        }
    }

    private static Task AnswerAsync(HttpContext context, string kind, string echo) => kind switch
    {
        "json" => WriteAsync(context, 503, Error("SYS.1006", echo)),
        // Escapes the same five characters as Gson (PROTOCOL.md §6).
        "escaped" => WriteAsync(context, 503, Escapes().Replace(Error("SYS.1006", echo), static m => "\\u00" + ((int)m.Value[0]).ToString("x2", CultureInfo.InvariantCulture))),
        "html" => WriteAsync(context, 500, "<html><body>" + echo + "</body></html>"),
        "encoded" => WriteAsync(context, 500, "<html><body>" + WebUtility.HtmlEncode(echo) + "</body></html>"),
        "tomcat" => WriteAsync(context, 500, "<html><body>" + Tomcat(echo) + "</body></html>"),
        "url" => WriteAsync(context, 400, "wrong: " + Uri.EscapeDataString(echo)),
        "text" => WriteAsync(context, 400, "wrong: " + echo),
        "broken" => WriteAsync(context, 200, "{\"inventory\": " + echo),
        "lost" => WriteAsync(context, 503, Error("ID.1001", echo)),
        "job" => WriteAsync(context, 202, $$"""{"location":"http://h/v1/api-jobs/{{context.Request.Headers["X-Job-UUID"]}}"}"""),
        "abort" => Abort(context),
        _ => WriteAsync(context, 200, "{}"),
    };

    private static string Tomcat(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text, Encoding.UTF8);
    }

    private static string Error(string code, string echo)
    {
        string details = JsonEncodedText.Encode(echo, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        return $$"""
            {"error":{"code":"{{code}}","description":"d","details":"{{details}}","cause":{"code":"X","details":"{{details}}"} } }
            """;
    }

    [GeneratedRegex("[<>&=']")]
    private static partial Regex Escapes();
}
