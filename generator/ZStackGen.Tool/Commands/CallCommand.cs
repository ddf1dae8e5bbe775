using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStackGen.Explorer.Apis;
using ZStackGen.Tool.Calling;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen call</c>: calls an API of a cloud from the command line.</summary>
internal static class CallCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen call CreateZone --help                     the parameters of an API
          zstackgen call CreateZone --name hall-b
          zstackgen call QueryVmInstance -q state=Running -q "name~=web%" --columns name,uuid,vmNics
          zstackgen call CreateVmInstance --name web --l3NetworkUuids UUID --l3NetworkUuids UUID --no-wait
          zstackgen call UpdateZone --uuid UUID --description @notes.txt --format json
          zstackgen call --list snapshot                       the APIs with this word in their names

        A parameter is --name value or name=value. Repeat it for each element of a list and each entry of a map, or use JSON. @FILE stands for
        the content of a file, @- for the standard input. A parameter with the name of an option is written as name=value.
        Environment: ZSTACK_ENDPOINT, ZSTACK_PROFILE, ZSTACK_ACCOUNT, ZSTACK_USER, ZSTACK_PASSWORD, ZSTACK_ACCESS_KEY_ID,
        ZSTACK_ACCESS_KEY_SECRET, ZSTACK_SESSION, ZSTACK_CA_FILE, ZSTACK_PROFILES.
        """;

    private const string Api = "API";
    private const string Pages = "--pages";

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var api = new Argument<string?>(Api) { Description = "The name of the API, such as CreateZone.", Arity = ArgumentArity.ZeroOrOne };
        var paths = new Option<string[]>(Pages) { Description = "A page or a folder of pages to use instead of the tool's own.", HelpName = "PATH" };
        var conditions = new Option<string[]>("--condition", "-q") { Description = "A condition of a query, such as state=Running. All conditions must hold.", HelpName = "CONDITION" };
        var noWait = new Option<bool>("--no-wait") { Description = "Print the id of the job instead of waiting for it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Let the server validate the call without executing it." };
        var list = new Option<bool>("--list") { Description = "List the names of all APIs, or of those that contain API." };
        var command = new Command("call", "Call an API of a cloud or of the simulator.") { api, paths, conditions, noWait, dryRun, list };
        command.TreatUnmatchedTokensAsErrors = false;
        var connection = new ConnectionOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var pages = new ApiPages(parsed.GetValue(paths) ?? [], terminal);
            string? name = parsed.GetValue(api);
            if (parsed.GetValue(list))
                return List(pages, name, terminal);
            if (name is null)
                throw new ToolException("specify an API, such as QueryZone; 'zstackgen call --list' lists them all");
            ApiEntry found = pages.Find(name, cancellationToken);
            string[] words = [.. parsed.UnmatchedTokens, .. (parsed.GetValue(conditions) ?? []).Select(static condition => "q=" + condition)];
            JsonObject arguments = CallArguments.Parse(found, words, terminal);
            if (parsed.GetValue(dryRun) && !found.IsAsync)
                throw new ToolException($"{found.Name} is synchronous and does not support dry runs");
            // A call that changes something must not fail after it.
            if (found.Action.Method != "GET" && connection.Format(parsed) == ResultFormat.Table && connection.Columns(parsed) is { Length: > 0 } columns)
                ResultColumns.Check(columns, pages.ResponseMembers(found, cancellationToken));
            return await RunAsync(
                async (client, run) =>
                {
                    if (!parsed.GetValue(dryRun))
                        return await run.CallAsync(found, arguments, () => pages.QueryKey(found, cancellationToken), !parsed.GetValue(noWait), cancellationToken).ConfigureAwait(false);
                    await client.DryRunAsync(new PageAction(found, arguments), cancellationToken).ConfigureAwait(false);
                    await terminal.Error.WriteLineAsync($"zstackgen: note: the server accepts {found.Name}; nothing was executed").ConfigureAwait(false);
                    return null;
                },
                found.Action.RequiresSession,
                () => pages.ResponseMembers(found, cancellationToken),
                connection,
                parsed,
                terminal,
                cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Returns the description of the API that the command line names; <see langword="null"/> if it names none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">The terminal that provides the working directory.</param>
    /// <exception cref="ToolException">No page describes the API.</exception>
    public static string? Describe(ParseResult parsed, Terminal terminal) => parsed.GetValue<string?>(Api) is { } name
        ? ApiHelp.Describe(new ApiPages(parsed.GetValue<string[]>(Pages) ?? [], terminal).Find(name, CancellationToken.None), parsed.CommandResult.Command.Options.Select(static option => option.Name).ToHashSet())
        : null;

    /// <summary>Connects to the cloud, runs a function and prints its result.</summary>
    /// <param name="run">The function. Its result is <see langword="null"/> if there is nothing to print.</param>
    /// <param name="requiresSession">Whether a credential is needed.</param>
    /// <param name="described">Returns the members of the response that pages describe.</param>
    /// <param name="options">The options of the connection.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">The terminal to print on.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Func<IZStackClient, CallRun, Task<JsonObject?>> run, bool requiresSession, Func<IReadOnlySet<string>> described,
        ConnectionOptions options, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        ZStackClient client = await options.Connection(parsed).OpenAsync(requiresSession, terminal, cancellationToken).ConfigureAwait(false);
        await using (client.ConfigureAwait(false))
        {
            try
            {
                if (await run(client, new CallRun(client, terminal)).ConfigureAwait(false) is { } result)
                {
                    if (options.Format(parsed) == ResultFormat.Table)
                        ResultColumns.Check(options.Columns(parsed), result, described);
                    ResultWriter.Write(result, options.Format(parsed), options.Columns(parsed), terminal);
                }

                return ExitCode.Success;
            }
            catch (Exception e) when (e is ZStackException or ArgumentException)
            {
                await terminal.Error.WriteLineAsync($"zstackgen: error: {OutputConsole.Visible(ToolException.TextOf(e))}").ConfigureAwait(false);
                return CallFailure.ToExitCode(e);
            }
        }
    }

    private static int List(ApiPages pages, string? word, Terminal terminal)
    {
        string[] names = [.. pages.Names().Where(name => word is null || name.Contains(word, StringComparison.OrdinalIgnoreCase))];
        if (names.Length == 0)
            terminal.Error.WriteLine($"zstackgen: note: no API has a name with '{word}'");
        foreach (string name in names)
            terminal.Output.WriteLine(name);
        return ExitCode.Success;
    }
}
