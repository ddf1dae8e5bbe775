using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Checking;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen check</c>: reports problems in pages.</summary>
internal static class CheckCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen check specs
          zstackgen check --warnaserror --severity warning specs
          zstackgen check --together specs
          zstackgen check --format sarif specs > zstackgen.sarif
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: one line per finding, and on a terminal the source line; sarif: SARIF 2.1.0; json: an array.",
            DefaultValueFactory = static _ => "text",
            HelpName = "text|sarif|json",
        };
        format.AcceptOnlyFromAmong("text", "sarif", "json");
        var severity = new Option<string>("--severity", "-s")
        {
            Description = "The lowest severity to report.",
            DefaultValueFactory = static _ => "info",
            HelpName = "info|warning|error",
        };
        severity.AcceptOnlyFromAmong(Severities.Names);
        var warnAsError = new Option<bool>("--warnaserror") { Description = "Treat warnings as errors." };
        var together = new Option<bool>("--together", "-t")
        {
            Description = "Also check the pages together, as the build does: duplicate APIs, conflicting types, and types without a description.",
        };
        var command = new Command("check", "Report problems in pages, each with its file, line and column.") { paths, format, severity, warnAsError, together };
        command.SetAction((parsed, cancellationToken) =>
        {
            ReadPage[] pages = PageReader.Read(PageFinder.FindSome(parsed.GetRequiredValue(paths), terminal), terminal, cancellationToken);
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
