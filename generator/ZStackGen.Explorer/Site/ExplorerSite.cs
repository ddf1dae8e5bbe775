using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Site;

/// <summary>The web page of all APIs next to the simulator: <c>/</c>, its assets below <c>/explorer</c>, and Scalar at <c>/scalar</c>.</summary>
internal sealed class ExplorerSite
{
    // No foreign content, no inline script, no frame: even if text of a page became markup, it could not do anything.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Scalar sets styles inline.
    private const string ScalarContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const int RequestLimit = 1 << 20;

    // Ideographs are not escaped, because the escapes would be three times as long.
    private static readonly JsonSerializerOptions s_serializing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly FrozenDictionary<string, Asset> s_assets = LoadAssets();

    private readonly ApiLibrary _library;
    private readonly ExplorerJson _json;
    private readonly Lazy<byte[]> _index;
    private readonly Lazy<byte[]> _searchTexts;
    private readonly Lazy<byte[]> _changes;
    private readonly Lazy<Task<string>> _openApi;

    /// <summary>Initializes a new instance of the <see cref="ExplorerSite"/> class.</summary>
    /// <param name="library">The APIs.</param>
    /// <param name="openApi">A function that writes the OpenAPI document of the APIs as JSON. It is called once, when the document is first requested.</param>
    /// <param name="serverVersion">The version of the server, which is selected at first; <see langword="null"/> if it has everything that the pages describe.</param>
    public ExplorerSite(ApiLibrary library, Func<Task<string>> openApi, string? serverVersion = null)
    {
        _library = library;
        _json = new ExplorerJson(library, serverVersion);
        _index = new Lazy<byte[]>(() => Serialize(_json.Index()));
        _searchTexts = new Lazy<byte[]>(() => Serialize(_json.SearchTexts()));
        _changes = new Lazy<byte[]>(() => Serialize(_json.Changes()));
        _openApi = new Lazy<Task<string>>(openApi);
    }

    /// <summary>Adds the site to a web application.</summary>
    public void Map(WebApplication app)
    {
        app.Use(static (http, next) =>
        {
            bool isScalar = http.Request.Path.StartsWithSegments("/scalar", StringComparison.OrdinalIgnoreCase, out PathString rest);
            IHeaderDictionary headers = http.Response.Headers;
            headers.ContentSecurityPolicy = isScalar ? ScalarContentSecurityPolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            // Scalar's own page starts with an inline script, which the policy forbids.
            return isScalar && (!rest.HasValue || rest == "/") ? WriteAsync(http, s_assets["scalar.html"]) : next(http);
        });
        app.UseRouting();
        app.MapGet("/", static http => WriteAsync(http, s_assets["index.html"]));
        app.MapGet("/favicon.ico", static http => WriteAsync(http, s_assets["icon.svg"]));
        app.MapGet("/explorer/index.json", http => WriteJsonAsync(http, _index.Value));
        app.MapGet("/explorer/search.json", http => WriteJsonAsync(http, _searchTexts.Value));
        app.MapGet("/explorer/changes.json", http => WriteJsonAsync(http, _changes.Value));
        app.MapGet("/explorer/apis/{name}", http => WriteJsonAsync(http, _library.Api(Name(http)) is { } api ? _json.Api(api) : null));
        app.MapGet("/explorer/types/{name}", http => WriteJsonAsync(http, _library.Structure(Name(http)) is { } type ? _json.Type(type) : null));
        app.MapPost("/explorer/requests/{name}", PrepareAsync);
        app.MapGet("/explorer/{file}", static http => s_assets.TryGetValue((string)http.Request.RouteValues["file"]!, out Asset? asset) ? WriteAsync(http, asset) : NotFoundAsync(http));
        app.MapGet("/openapi/zstack.json", async http => await WriteJsonAsync(http, Encoding.UTF8.GetBytes(await _openApi.Value.ConfigureAwait(false))).ConfigureAwait(false));
        // Scalar's script comes from its package; the page that loads it is ours.
        app.MapScalarApiReference("/scalar");
        // Registered before the simulator, which serves all other paths.
        app.UseEndpoints(static _ => { });
    }

    private async Task PrepareAsync(HttpContext http)
    {
        if (_library.Api(Name(http)) is not { } api)
        {
            await NotFoundAsync(http).ConfigureAwait(false);
            return;
        }

        if (http.Request.ContentLength is null or > RequestLimit)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
        JsonObject? arguments = RequestArguments.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        if (arguments is null)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await WriteJsonAsync(http, _json.Request(api, arguments, $"{http.Request.Scheme}://{http.Request.Host}")).ConfigureAwait(false);
    }

    private static string Name(HttpContext http) => (string)http.Request.RouteValues["name"]!;

    private static Task NotFoundAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task WriteJsonAsync(HttpContext http, JsonNode? json) =>
        json is null ? NotFoundAsync(http) : WriteJsonAsync(http, Serialize(json));

    private static byte[] Serialize(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, s_serializing);

    private static Task WriteJsonAsync(HttpContext http, byte[] json) => WriteAsync(http, new Asset("application/json; charset=utf-8", json));

    private static Task WriteAsync(HttpContext http, Asset asset)
    {
        http.Response.ContentType = asset.ContentType;
        http.Response.ContentLength = asset.Content.Length;
        // The next run may serve other pages.
        http.Response.Headers.CacheControl = "no-cache";
        return http.Response.Body.WriteAsync(asset.Content, 0, asset.Content.Length, http.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> LoadAssets()
    {
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        Assembly assembly = typeof(ExplorerSite).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith("explorer/", StringComparison.Ordinal))
                continue;
            using var content = new MemoryStream();
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            stream.CopyTo(content);
            string type = Path.GetExtension(resource) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                _ => "image/svg+xml",
            };
            assets.Add(resource["explorer/".Length..], new Asset(type, content.ToArray()));
        }

        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Asset(string ContentType, byte[] Content);
}
