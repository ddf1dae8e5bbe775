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

/// <summary><c>zstackgen import</c>: converts a manual, including HTML, to pages of our format.</summary>
internal static class ImportCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen import manual -o specs                       import all pages below a folder: HTML, Markdown, text
          zstackgen import chapter.html vm.txt -o specs
          zstackgen import https://docs.example/api/ -o specs    import the page and the pages it links to below the same URL
          zstackgen import manual --dry-run                      list the files without writing them

        Each API becomes a page in the folder of its category, each type a page in types. All pages are written or none:
        an existing page that differs stops the import unless you specify --force. An API with an error is skipped and named.
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "Files (.html, .mhtml, .md, .txt), folders of them, and http or https URLs. Redirects to another origin are refused.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> output = OutputOption.Specs("The folder to write the pages to.");
        var dryRun = new Option<bool>("--dry-run") { Description = "List the files without writing them." };
        var force = new Option<bool>("--force") { Description = "Overwrite pages that differ." };
        var severity = new Option<string>("--severity", "-s")
        {
            Description = "The lowest severity to report. The summary counts all findings.",
            DefaultValueFactory = static _ => "warning",
            HelpName = "info|warning|error",
        };
        severity.AcceptOnlyFromAmong(Severities.Names);
        Option<int> maxSize = Positive("--max-size", "The maximum size of a page, in MB.", 32, 1024, "MB");
        Option<int> maxPages = Positive("--max-pages", "The maximum number of pages to download from a URL.", 5000, 100_000, "NUMBER");
        var command = new Command("import", "Convert published pages of any layout, including HTML, to the page format of this project.")
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
                result.AddError($"{name} {number} is out of range; use a value between 1 and {most}.");
        });
        return option;
    }

    private static async Task<int> RunAsync(string[] arguments, Settings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        // Until the command returns a task, a signal ends the process instead of canceling the command.
        await Task.Yield();
        if (OutputOption.IsStandardOutput(settings.Output))
            throw new ToolException("'-o -' cannot be used: 'import' writes a folder of pages; specify a folder, or list the pages with --dry-run");
        string root = terminal.FullPath(settings.Output);
        if (File.Exists(root))
            throw new ToolException($"'{settings.Output}' is a file; specify a folder for -o");
        (IReadOnlyList<ImportedPage> pages, IReadOnlyList<string> problems) =
            await ImportRun.ReadAsync(arguments, settings.Limits, terminal, cancellationToken).ConfigureAwait(false);
        ImportPlan plan = ImportPlan.Make(pages, root, terminal.WorkingDirectory, cancellationToken);
        ImportReport.WriteFindings(pages, settings.Least, terminal.Error);
        List<string> messages = [.. problems, .. plan.LeftOut, .. NamedWithoutApi(pages)];
        foreach (string message in messages)
            await terminal.Error.WriteLineAsync($"zstackgen: {OutputConsole.Visible(message)}").ConfigureAwait(false);
        if (plan.Pages.Count == 0)
        {
            ImportReport.WriteSummary(pages, plan, isWritten: false, terminal.Text);
            await terminal.Error.WriteLineAsync("zstackgen: error: no API and no type found; no file was written").ConfigureAwait(false);
            return ExitCode.PagesFail;
        }

        RefuseToOverwrite(plan, settings);
        if (!settings.IsDryRun)
            PageSetWriter.Write([.. plan.Pages.Where(static page => page.Target != TargetState.Same)], cancellationToken);
        ImportReport.WritePages(plan, terminal.Text);
        ImportReport.WriteSummary(pages, plan, !settings.IsDryRun, terminal.Text);
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
        lines.Add("no file was written; specify --force to overwrite these pages");
        throw new ToolException(string.Join('\n', lines));
    }

    /// <summary>The options of a run.</summary>
    private sealed record Settings(string Output, bool IsDryRun, bool IsForced, FindingSeverity Least, ImportLimits Limits);
}
