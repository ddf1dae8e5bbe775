using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Formatting;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen format</c>: rewrites pages of any layout in our page format.</summary>
internal static class FormatCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen format downloaded -o specs      rewrite pages of any layout below specs
          zstackgen format specs                    rewrite pages in place
          zstackgen format --check specs            list pages that are not in the format
          zstackgen format page.txt -o -            print the page

        A page that has errors, unread lines, or content that the format cannot express is not changed. The command names the lines.
        In pages of this format, that includes comments, front matter, other sections and code blocks.
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        Option<string?> output = OutputOption.Folder(
            "The output folder. Pages keep their folders below PATH and become .md files. '-' prints a single page. Without this option, pages are changed in place.");
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 if a page is not in the format." };
        var command = new Command("format", "Rewrite pages of any layout in the page format of this project.") { paths, output, check };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(output) is not null)
                result.AddError("Option '--check' cannot be combined with '--output': it writes nothing.");
        });
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(output), parsed.GetValue(check), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? output, bool check, Terminal terminal, CancellationToken cancellationToken)
    {
        // Until the command returns a task, a signal ends the process instead of canceling the command.
        await Task.Yield();
        IReadOnlyList<PageFile> files = PageFinder.Find(paths, terminal);
        string[] outputPaths = OutputPaths(files, output, terminal);
        FormattedPage[] pages = PageFormatter.Format(PageReader.Read(files, terminal, cancellationToken), outputPaths, cancellationToken);
        foreach (FormattedPage page in pages)
        {
            if (page.Reason is not null)
                await terminal.Error.WriteLineAsync($"{page.Page.File.ShownPath}: not formatted: {page.Reason}").ConfigureAwait(false);
        }

        bool left = Array.Exists(pages, static page => page.Reason is not null);
        if (OutputOption.IsStandardOutput(output))
        {
            foreach (FormattedPage page in pages)
                await terminal.Output.WriteAsync(page.Text.AsMemory(), cancellationToken).ConfigureAwait(false);
            return left ? ExitCode.PagesFail : ExitCode.Success;
        }

        int changed = Apply(pages, check, terminal, cancellationToken);
        return left || (check && changed > 0) ? ExitCode.PagesFail : ExitCode.Success;
    }

    private static int Apply(FormattedPage[] pages, bool check, Terminal terminal, CancellationToken cancellationToken)
    {
        int changed = 0, unchanged = 0, left = 0;
        foreach (FormattedPage page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (page.Text is null)
            {
                left++;
            }
            else if (page.OutputPath == page.Page.File.FullPath && Normal(page.Page.Text) == page.Text)
            {
                unchanged++;
            }
            else
            {
                changed++;
                if (!check)
                    Save(page);
                terminal.Text.Write(check
                    ? $"{page.Page.File.ShownPath}: not in the page format\n"
                    : $"{page.Page.File.ShownPath} -> {Shown(page, terminal)}\n");
            }
        }

        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{changed} {(check ? "to format" : "formatted")}, {unchanged} already in the format, {left} not changed"));
        return changed;
    }

    // Line endings and byte order marks depend on the working copy (autocrlf).
    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Shown(FormattedPage page, Terminal terminal) =>
        Path.GetRelativePath(terminal.WorkingDirectory, page.OutputPath).Replace(Path.DirectorySeparatorChar, '/');

    private static void Save(FormattedPage page)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(page.OutputPath)!);
            SavedFile.Write(page.OutputPath, page.Text!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{page.OutputPath}' cannot be written: {e.Message}");
        }
    }

    private static string[] OutputPaths(IReadOnlyList<PageFile> files, string? output, Terminal terminal)
    {
        var paths = new string[files.Count];
        if (output is null || OutputOption.IsStandardOutput(output))
        {
            if (output is not null && files.Count > 1)
                throw new ToolException("'-o -' prints a single page, but PATH names several; specify a folder");
            for (int i = 0; i < paths.Length; i++)
                paths[i] = files[i].FullPath;
            return paths;
        }

        string folder = terminal.FullPath(output);
        if (File.Exists(folder))
            throw new ToolException($"'{output}' is a file; specify a folder for -o");
        var taken = new Dictionary<string, PageFile>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < paths.Length; i++)
        {
            paths[i] = Path.Combine(folder, Path.ChangeExtension(files[i].RelativePath, ".md"));
            if (!taken.TryAdd(paths[i], files[i]))
                throw new ToolException($"'{taken[paths[i]].ShownPath}' and '{files[i].ShownPath}' would both be written to '{paths[i]}'");
        }

        return paths;
    }
}
