using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.History;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.History;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen matrix</c>: lists the additions, deprecations and removals of each release.</summary>
internal static class MatrixCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen matrix specs --from 4.7 --to 5.2
          zstackgen matrix specs --api CreateVmInstance
          zstackgen matrix specs --summary
          zstackgen matrix specs --format json -o history.json

        Both bounds are inclusive. 5.2 means 5.2.0. A member as old as its API or type is listed only with --api.
        Versions are written as on the pages: 4.7.0 is exact, <= 1.9 means 1.9 or earlier, ~4.7.0 is inferred from the history of releases.
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        var from = new Option<string>("--from") { Description = "The oldest release to list.", HelpName = "VERSION" };
        var to = new Option<string>("--to") { Description = "The newest release to list.", HelpName = "VERSION" };
        var api = new Option<string>("--api") { Description = "List a single API with all its members, and the types that it uses.", HelpName = "NAME" };
        var summary = new Option<bool>("--summary") { Description = "Count the changes of each release instead of listing them." };
        var format = new Option<string>("--format", "-f")
        {
            Description = "table, markdown or csv: one row per change; json: the history of every element (specs/history.schema.json).",
            DefaultValueFactory = static _ => "table",
            HelpName = "table|markdown|csv|json",
        };
        format.AcceptOnlyFromAmong("table", "markdown", "csv", "json");
        Option<string?> output = OutputOption.File();
        var command = new Command("matrix", "Print which APIs, parameters, fields and values each release added, deprecated or removed.") { paths, from, to, api, summary, format, output };
        command.SetAction((parsed, cancellationToken) =>
        {
            HistoryFilter filter = Filter(parsed.GetValue(from), parsed.GetValue(to), terminal);
            return RunAsync(parsed.GetRequiredValue(paths), filter, parsed.GetValue(api), parsed.GetValue(summary), parsed.GetRequiredValue(format), parsed.GetValue(output), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, HistoryFilter filter, string? api, bool isSummary, string format, string? output, Terminal terminal, CancellationToken cancellationToken)
    {
        IReadOnlyList<PageFile> files = PageFinder.Find(paths, terminal);
        if (files.Count == 0)
            throw new ToolException("there is no page, so there is no history");
        ReadPage[] pages = PageReader.Read(files, terminal, cancellationToken);
        ApiLibrary library = ApiLibrary.Make(pages.Select(static page => page.ShownPage), paths, cancellationToken);
        IReadOnlyList<HistoryEntry> entries = ApiHistory.Of(library.Catalog);
        if (api is not null)
            entries = OfApi(entries, library, api);
        var text = new StringWriter();
        if (format == "json" && !isSummary)
        {
            HistoryJson.Write(entries, filter, text);
        }
        else
        {
            HistoryChange[] changes = [.. HistoryChange.Of(entries, entry => !isSummary && api is not null && entry.Owner == api && entry.Kind is not (HistoryKind.Type or HistoryKind.Field or HistoryKind.Enumeration))
                .Where(change => filter.Takes(change.Version.Version))];
            if (isSummary)
                WriteSummary(ReleaseSummary.Of(changes, filter.IsOpen ? entries.Where(static entry => entry.Added.Cloud is null) : []), format, text);
            else
                WriteChanges(changes, format, text);
        }

        await OutputFile.WriteAsync(output, text.ToString(), terminal, cancellationToken).ConfigureAwait(false);
        return OpenApiCommand.ReportErrors(pages, terminal) ? ExitCode.PagesFail : ExitCode.Success;
    }

    private static void WriteChanges(HistoryChange[] changes, string format, TextWriter output)
    {
        switch (format)
        {
            case "markdown":
                HistoryTable.Of(changes).WriteMarkdown(output);
                break;
            case "csv":
                HistoryTable.DataOf(changes).WriteCsv(output);
                break;
            default:
                HistoryTable.Of(changes).WriteText(output);
                output.Write($"{HistoryTable.Summary(changes)}\n");
                break;
        }
    }

    private static void WriteSummary(IReadOnlyList<ReleaseSummary> summaries, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                ReleaseSummary.WriteJson(summaries, output);
                break;
            case "markdown":
                ReleaseSummary.Table(summaries).WriteMarkdown(output);
                break;
            case "csv":
                ReleaseSummary.Table(summaries).WriteCsv(output);
                break;
            default:
                ReleaseSummary.Table(summaries).WriteText(output);
                break;
        }
    }

    /// <summary>Creates a filter from the bounds.</summary>
    /// <exception cref="ToolException">A bound is not a version, or the oldest release is newer than the newest release.</exception>
    private static HistoryFilter Filter(string? from, string? to, Terminal terminal)
    {
        foreach ((string option, string? bound) in (ReadOnlySpan<(string, string?)>)[("--from", from), ("--to", to)])
        {
            if (bound is null)
                continue;
            if (!VersionNumber.IsValid(bound))
                throw new ToolException($"{option} '{bound}' is not a version such as 4.7.0");
            if (!KnownReleases.Contains(bound))
                terminal.Error.WriteLine($"zstackgen: note: {option} {bound} is not a known release of ZStack");
        }

        if (from is not null && to is not null && VersionNumber.Compare(from, to) > 0)
            throw new ToolException($"--from {from} is later than --to {to}");
        return new HistoryFilter(from, to);
    }

    private static HistoryEntry[] OfApi(IReadOnlyList<HistoryEntry> entries, ApiLibrary library, string name)
    {
        if (library.Api(name) is not { } api)
        {
            string? suggestion = NameSuggestions.Nearest(name, library.Apis.Select(static known => known.Name))
                ?? library.Apis.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name;
            throw new ToolException($"no page describes the API '{name}'{NameSuggestions.Question(suggestion)}");
        }

        HashSet<string> types = library.TypesOf(api.Action);
        return [.. entries.Where(entry => IsOfApi(entry) ? entry.Owner == name : types.Contains(entry.Owner))];
    }

    // A value belongs to an API if its member does. Compare the kind too: an API and a type can have the same name.
    private static bool IsOfApi(HistoryEntry entry) =>
        (entry.ValueOf ?? entry.Kind) is HistoryKind.Api or HistoryKind.Parameter or HistoryKind.ResponseField or HistoryKind.SystemTag;
}
