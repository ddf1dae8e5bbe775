using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Inspecting;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen inspect</c>: prints the content of pages as JSON or text.</summary>
internal static class InspectCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen inspect specs > pages.json
          zstackgen inspect --format text specs/vm-instance/StartVmInstance.md
          zstackgen inspect --unread --format text specs
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        var format = new Option<string>("--format", "-f")
        {
            Description = "json: an array with one element per page; text: for people.",
            DefaultValueFactory = static _ => "json",
            HelpName = "json|text",
        };
        format.AcceptOnlyFromAmong("json", "text");
        var unread = new Option<bool>("--unread", "-u")
        {
            Description = "List lines that resemble a part of an API but were not read. Text output then contains only these lines; JSON output adds them.",
        };
        var command = new Command("inspect", "Print the content of pages: APIs, parameters, responses, structures, findings.") { paths, format, unread };
        command.SetAction((parsed, cancellationToken) =>
            Task.FromResult(Run(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(format), parsed.GetValue(unread), terminal, cancellationToken)));
        return command;
    }

    private static int Run(string[] paths, string format, bool unread, Terminal terminal, CancellationToken cancellationToken)
    {
        IReadOnlyList<PageFile> files = PageFinder.Find(paths, terminal);
        ReadPage[] pages = PageReader.Read(files, terminal, cancellationToken);
        if (format == "json")
            InspectJson.Write(pages, terminal.Output, unread);
        else if (unread)
            UnreadText.Write(pages, terminal.Text);
        else
            InspectText.Write(pages, terminal.Text);
        foreach (ReadPage page in pages)
        {
            foreach (Finding finding in page.Findings)
            {
                if (finding.Severity == FindingSeverity.Error)
                    return ExitCode.PagesFail;
            }
        }

        return ExitCode.Success;
    }
}
