using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Comparing;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen diff</c>: lists the changes between two sets of pages.</summary>
internal static class DiffCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen diff specs-4.8 specs-5.2
          zstackgen diff --format markdown specs-4.8 specs-5.2 > CHANGES.md
          zstackgen diff --fail-on-breaking old/CreateZone.txt specs/zone/CreateZone.md

        A change is breaking if a program built for OLD may no longer compile, or its calls may fail, with NEW. Such lines start with '!'.
        Pages may be in any layout. If one side documents no response, as the API explorer does, responses are not compared.
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var before = new Argument<string>("OLD") { Description = "The old pages: a folder or a file." };
        var after = new Argument<string>("NEW") { Description = "The new pages: a folder or a file." };
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: one line per change; markdown: a change log; json: an object.",
            DefaultValueFactory = static _ => "text",
            HelpName = "text|markdown|json",
        };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var failOnBreaking = new Option<bool>("--fail-on-breaking") { Description = "Exit 1 if a change is breaking." };
        var descriptions = new Option<bool>("--descriptions") { Description = "Also show changes that affect only documentation. Without this option they are only counted." };
        var command = new Command("diff", "List the changes between two sets of pages and mark those that break programs.") { before, after, format, failOnBreaking, descriptions };
        command.SetAction((parsed, cancellationToken) =>
        {
            PageSet old = PageSet.Read(parsed.GetRequiredValue(before), terminal, cancellationToken), now = PageSet.Read(parsed.GetRequiredValue(after), terminal, cancellationToken);
            ChangeReport report = PageSetComparison.Compare(old, now);
            Write(report, parsed.GetRequiredValue(format), parsed.GetValue(descriptions), terminal);
            bool hasError = old.Unreadable.Paths.Count + now.Unreadable.Paths.Count > 0;
            return Task.FromResult(hasError || (parsed.GetValue(failOnBreaking) && report.Count(ChangeImpact.Breaking) > 0) ? ExitCode.PagesFail : ExitCode.Success);
        });
        return command;
    }

    private static void Write(ChangeReport report, string format, bool descriptions, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                ChangeJson.Write(report, descriptions, terminal.Output);
                break;
            case "markdown":
                ChangeMarkdown.Write(report, descriptions, terminal.Output);
                break;
            default:
                new ChangeText(terminal, descriptions).Write(report);
                foreach (string note in report.Notes)
                    terminal.Error.WriteLine($"zstackgen: note: {OutputConsole.Visible(note)}");
                break;
        }
    }
}
