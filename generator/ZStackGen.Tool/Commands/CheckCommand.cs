using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Checking;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen check</c>: what is wrong with pages.</summary>
internal static class CheckCommand
{
    /// <summary>Shown at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen check specs
          zstackgen check --warnaserror --severity warning specs
          zstackgen check --together specs
          zstackgen check --format sarif specs > zstackgen.sarif
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: a line per finding, on a terminal with its place in the page; sarif: SARIF 2.1.0; json: one array.",
            DefaultValueFactory = static _ => "text",
            HelpName = "text|sarif|json",
        };
        format.AcceptOnlyFromAmong("text", "sarif", "json");
        var severity = new Option<string>("--severity", "-s")
        {
            Description = "Leave out findings that are milder.",
            DefaultValueFactory = static _ => "info",
            HelpName = "info|warning|error",
        };
        severity.AcceptOnlyFromAmong(Severities.Names);
        var warnAsError = new Option<bool>("--warnaserror") { Description = "Take warnings for errors." };
        var together = new Option<bool>("--together", "-t")
        {
            Description = "Check the pages together as well, as the build does: APIs described twice, types that disagree or that no page describes.",
        };
        var command = new Command("check", "Print what is wrong with pages, each finding at its file, line and column.") { paths, format, severity, warnAsError, together };
        command.SetAction((parsed, cancellationToken) =>
        {
            ReadPage[] pages = PageReader.Read(PageFinder.Find(parsed.GetRequiredValue(paths), terminal), terminal, cancellationToken);
            CheckResult result = PageChecks.Check(
                pages, parsed.GetValue(together), Severities.Parse(parsed.GetRequiredValue(severity)), parsed.GetValue(warnAsError), cancellationToken);
            Write(result, parsed.GetRequiredValue(format), terminal);
            return Task.FromResult(result.Count(FindingSeverity.Error) > 0 ? ExitCode.PagesFail : ExitCode.Success);
        });
        return command;
    }

    private static void Write(CheckResult result, string format, Terminal terminal)
    {
        switch (format)
        {
            case "sarif":
                SarifLog.Write(result, terminal);
                break;
            case "json":
                CheckJson.Write(result, terminal.Output);
                break;
            default:
                new CheckText(terminal).Write(result);
                break;
        }
    }
}
