using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStackGen.Explorer.Apis;
using ZStackGen.Tool.Calling;
using ZStackGen.Tool.Pages;
using ZStackGen.Tool.Verifying;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen verify</c>: compares pages with a server or with other pages.</summary>
internal static class VerifyCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen verify specs --endpoint http://mn.example:8080 --account admin
          zstackgen verify specs --against published-pages
          zstackgen verify specs --endpoint http://mn.example:8080 --format junit -o verify.xml

        Only the server's version, the list of its APIs and the results of queries are read. Nothing is changed.
        The cloud and the credential are chosen as for 'zstackgen call'.
        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        var against = new Option<string?>("--against") { Description = "A page or a folder of pages to compare with, instead of a server.", HelpName = "PATH" };
        var endpoint = new Option<string?>("--endpoint") { Description = "The address of the cloud. The default is ZSTACK_ENDPOINT, or else that of the profile.", HelpName = "URL" };
        var profile = new Option<string?>("--profile") { Description = "The profile with the address and the credential. The default is ZSTACK_PROFILE.", HelpName = "NAME" };
        var account = new Option<string?>("--account") { Description = "The account to log in with.", HelpName = "NAME" };
        var resources = new Option<int>("--resources") { Description = "The number of resources to fetch for each query.", DefaultValueFactory = static _ => 20, HelpName = "NUMBER" };
        resources.Validators.Add(static result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value ?? "1", out int value) && value is < 1 or > 1000)
                result.AddError($"--resources {value} is out of range; use a number between 1 and 1000.");
        });
        var format = new Option<string>("--format", "-f") { Description = "The form of the report.", DefaultValueFactory = static _ => "text", HelpName = "text|json|junit|sarif" };
        format.AcceptOnlyFromAmong("text", "json", "junit", "sarif");
        var all = new Option<bool>("--all") { Description = "List all rows as text, and not only the contradictions." };
        Option<string?> output = OutputOption.File();
        var command = new Command("verify", "Compare pages with a server or with other pages, with a verdict for each row.") { paths, against, endpoint, profile, account, resources, format, all, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] given = parsed.GetRequiredValue(paths);
            ReadPage[] pages = PageReader.Read(PageFinder.FindSome(given, terminal), terminal, cancellationToken);
            OpenApiCommand.ReportErrors(pages, terminal);
            ApiLibrary library = ApiLibrary.Make(pages.Select(static page => page.ShownPage), given, cancellationToken);
            try
            {
                IReadOnlyList<VerifiedRow> rows = parsed.GetValue(against) is { } other
                    ? PageVerification.Run(pages, library, ApiLibrary.Make(PageReader.Read(PageFinder.FindSome([other], terminal), terminal, cancellationToken).Select(static page => page.ShownPage), [other], cancellationToken))
                    : await VerifyServerAsync(new Connection(parsed.GetValue(endpoint), parsed.GetValue(profile), parsed.GetValue(account)), pages, library, parsed.GetValue(resources), terminal, cancellationToken).ConfigureAwait(false);
                await WriteAsync(rows, parsed.GetRequiredValue(format), parsed.GetValue(all), parsed.GetValue(output), terminal, cancellationToken).ConfigureAwait(false);
                return rows.Any(static row => row.Verdict == Verdict.Contradicted) ? ExitCode.PagesFail : ExitCode.Success;
            }
            catch (ZStackException e)
            {
                await terminal.Error.WriteLineAsync($"zstackgen: error: {OutputConsole.Visible(ToolException.TextOf(e))}").ConfigureAwait(false);
                return CallFailure.ToExitCode(e);
            }
        });
        return command;
    }

    private static async Task<IReadOnlyList<VerifiedRow>> VerifyServerAsync(
        Connection connection, ReadPage[] pages, ApiLibrary library, int resources, Terminal terminal, CancellationToken cancellationToken)
    {
        ZStackClient client = await connection.OpenAsync(requiresSession: true, terminal, cancellationToken).ConfigureAwait(false);
        await using (client.ConfigureAwait(false))
            return await new ServerVerification(client, pages, library, resources).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(IReadOnlyList<VerifiedRow> rows, string format, bool writesAll, string? output, Terminal terminal, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        switch (format)
        {
            case "json":
                VerifyJson.Write(rows, text);
                break;
            case "junit":
                VerifyJUnit.Write(rows, text);
                break;
            case "sarif":
                VerifyJson.WriteSarif(rows, terminal, text);
                break;
            default:
                VerifyText.Write(rows, writesAll, text);
                break;
        }

        await OutputFile.WriteAsync(output, text.ToString(), terminal, cancellationToken).ConfigureAwait(false);
    }
}
