using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Importing.Planning;
using ZStackGen.Tool.Importing.Sources;
using ZStackGen.Tool.Importing.Writing;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen import</c>: a whole manual, HTML included, as pages of our format.</summary>
internal static class ImportCommand
{
    /// <summary>Shown at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen import manual -o specs                       every page below a folder: HTML, Markdown, text
          zstackgen import chapter.html vm.txt -o specs
          zstackgen import https://docs.example/api/ -o specs    the page and those that it links to, below the same address
          zstackgen import manual --dry-run                      say what would be written

        Each API gets a page of its own in the folder of its category, each type one below types. All pages are written or none:
        a page that is there already and differs stops the import, unless --force is given. An API with an error is left out and named.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "Files (.html, .htm, .md, .txt), folders of them, and http or https URLs. Redirects to another origin are refused.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o") { Description = "The folder of pages.", DefaultValueFactory = static _ => "specs", HelpName = "DIR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; say what would be written." };
        var force = new Option<bool>("--force") { Description = "Overwrite pages that differ." };
        var severity = new Option<string>("--severity", "-s")
        {
            Description = "Leave out findings that are milder; the summary counts them all.",
            DefaultValueFactory = static _ => "warning",
            HelpName = "info|warning|error",
        };
        severity.AcceptOnlyFromAmong(Severities.Names);
        Option<int> maxSize = Positive("--max-size", "The largest page that is read, in MB.", 32, 1024, "MB");
        Option<int> maxPages = Positive("--max-pages", "The largest number of pages that a URL may lead to.", 5000, 100_000, "NUMBER");
        var command = new Command("import", "Turn published pages of any layout, HTML included, into pages of this project's format.")
        {
            sources, output, dryRun, force, severity, maxSize, maxPages,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(sources),
            new Settings(
                parsed.GetRequiredValue(output), parsed.GetValue(dryRun), parsed.GetValue(force), Severities.Parse(parsed.GetRequiredValue(severity)),
                new ImportLimits(parsed.GetValue(maxSize) * 1024L * 1024, parsed.GetValue(maxPages))),
            terminal,
            cancellationToken));
        return command;
    }

    private static Option<int> Positive(string name, string description, int value, int most, string helpName)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens.SingleOrDefault()?.Value is { } text && int.TryParse(text, out int number) && (number < 1 || number > most))
                result.AddError($"{name} {number} is not between 1 and {most}.");
        });
        return option;
    }

    private static async Task<int> RunAsync(string[] arguments, Settings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        // The command line can only wait for a task it was given: a signal before that would end the process in the middle of its work.
        await Task.Yield();
        string root = Path.GetFullPath(settings.Output, terminal.WorkingDirectory);
        if (File.Exists(root))
            throw new ToolException($"'{settings.Output}' is a file; -o takes a folder");
        (IReadOnlyList<ImportedPage> pages, IReadOnlyList<string> problems) =
            await ImportRun.ReadAsync(arguments, settings.Limits, terminal, cancellationToken).ConfigureAwait(false);
        ImportPlan plan = ImportPlan.Make(pages, root, terminal.WorkingDirectory, cancellationToken);
        ImportReport.WriteFindings(pages, settings.Least, terminal.Error);
        List<string> messages = [.. problems, .. plan.LeftOut, .. NamedWithoutApi(pages)];
        foreach (string message in messages)
            await terminal.Error.WriteLineAsync($"zstackgen: {OutputConsole.Visible(message)}").ConfigureAwait(false);
        if (plan.Pages.Count == 0)
        {
            ImportReport.WriteSummary(pages, plan, isWritten: false, terminal.Output);
            await terminal.Error.WriteLineAsync("zstackgen: error: no API and no type found; nothing is written").ConfigureAwait(false);
            return ExitCode.PagesFail;
        }

        RefuseToOverwrite(plan, settings);
        if (!settings.IsDryRun)
            await PageSetWriter.WriteAsync([.. plan.Pages.Where(static page => page.Target != TargetState.Same)], cancellationToken).ConfigureAwait(false);
        ImportReport.WritePages(plan, terminal.Output);
        ImportReport.WriteSummary(pages, plan, !settings.IsDryRun, terminal.Output);
        bool hasError = pages.Any(static page => page.Findings.Any(static placed => placed.Finding.Severity == FindingSeverity.Error));
        return hasError || messages.Count > 0 ? ExitCode.PagesFail : ExitCode.Success;
    }

    private static IEnumerable<string> NamedWithoutApi(IReadOnlyList<ImportedPage> pages) =>
        pages.Where(static page => page is { IsUseful: false, Source.IsNamed: true }).Select(static page => $"{page.Source.ShownPath}: no API and no type found");

    private static void RefuseToOverwrite(ImportPlan plan, Settings settings)
    {
        PlannedPage[] different = [.. plan.Pages.Where(static page => page.Target == TargetState.Different)];
        if (settings.IsForced || different.Length == 0)
            return;
        const int Shown = 20;
        var lines = different.Take(Shown).Select(static page => $"'{page.ShownPath}' already exists and differs").ToList();
        if (different.Length > Shown)
            lines.Add($"and {different.Length - Shown} more");
        lines.Add("nothing is written; --force overwrites these pages");
        throw new ToolException(string.Join('\n', lines));
    }

    /// <summary>The options of a run.</summary>
    private sealed record Settings(string Output, bool IsDryRun, bool IsForced, FindingSeverity Least, ImportLimits Limits);
}
