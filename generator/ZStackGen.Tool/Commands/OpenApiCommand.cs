using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.OpenApi;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen openapi</c>: writes pages as an OpenAPI document.</summary>
internal static class OpenApiCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen openapi specs -o zstack.json
          zstackgen openapi specs --format yaml > zstack.yaml
          zstackgen openapi specs --openapi-version 3.0 --server https://cloud.example/zstack -o zstack.json
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        Option<string?> output = OutputOption.File();
        var format = new Option<string>("--format", "-f") { Description = "The format of the document.", DefaultValueFactory = static _ => "json", HelpName = "json|yaml" };
        format.AcceptOnlyFromAmong("json", "yaml");
        var version = new Option<string>("--openapi-version") { Description = "The OpenAPI version.", DefaultValueFactory = static _ => "3.1", HelpName = "3.0|3.1|3.2" };
        version.AcceptOnlyFromAmong("3.0", "3.1", "3.2");
        var server = new Option<string>("--server")
        {
            Description = "The URL of the cloud, including the context path.",
            DefaultValueFactory = static _ => "http://localhost:8080/zstack",
            HelpName = "URL",
        };
        var merge = new Option<bool>("--merge-actions")
        {
            Description = "Merge all actions of a path into one operation, for tools that do not accept fragments in paths. Always on for OpenAPI 3.2, which forbids them.",
        };
        var command = new Command("openapi", "Write the APIs of pages as an OpenAPI document.") { paths, output, format, version, server, merge };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(paths),
            parsed.GetValue(output),
            parsed.GetRequiredValue(format) == "yaml",
            parsed.GetRequiredValue(version) switch { "3.0" => OpenApiSpecVersion.OpenApi3_0, "3.2" => OpenApiSpecVersion.OpenApi3_2, _ => OpenApiSpecVersion.OpenApi3_1 },
            parsed.GetRequiredValue(server),
            parsed.GetValue(merge),
            terminal,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, string? output, bool isYaml, OpenApiSpecVersion version, string server, bool mergesActions, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            throw new ToolException($"--server '{server}' is not a URL; use the form http://localhost:8080/zstack");
        ReadPage[] pages = PageReader.Read(PageFinder.FindSome(paths, terminal), terminal, cancellationToken);
        ApiLibrary library = ApiLibrary.Make(pages.Select(static page => page.ShownPage), paths, cancellationToken);
        string text = await OpenApiBuilder.WriteAsync(
            OpenApiBuilder.Build(library, server.TrimEnd('/'), mergesActions || version == OpenApiSpecVersion.OpenApi3_2), version, isYaml, cancellationToken).ConfigureAwait(false);
        await OutputFile.WriteAsync(output, text, terminal, cancellationToken).ConfigureAwait(false);
        return ReportErrors(pages, terminal) ? ExitCode.PagesFail : ExitCode.Success;
    }

    /// <summary>Reports the pages with errors: their APIs may be missing from the document.</summary>
    /// <returns><see langword="true"/> if there are such pages.</returns>
    public static bool ReportErrors(IReadOnlyList<ReadPage> pages, Terminal terminal)
    {
        bool any = false;
        foreach (ReadPage page in pages)
        {
            foreach (Finding finding in page.Findings)
            {
                if (finding.Severity != FindingSeverity.Error)
                    continue;
                any = true;
                terminal.Error.WriteLine($"{page.File.ShownPath}:{finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1}: error {finding.Id}: {finding.Message}");
            }
        }

        return any;
    }
}
