using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Commands;

/// <summary>The root command, <c>zstackgen</c>.</summary>
internal static partial class ZStackGenCommand
{
    /// <summary>The option that shows the stack trace of an unexpected failure.</summary>
    private static readonly Option<bool> s_verbose = new("--verbose")
    {
        Description = "Show the stack trace of an unexpected failure.",
        Recursive = true,
    };

    // An argument of an API that starts with @ names the file of a value, not a file of arguments.
    private static readonly ParserConfiguration s_parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the tool.</summary>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        // Without a command, print the list of commands.
        ParseResult parsed = Create(terminal).Parse(args.Length == 0 ? ["--help"] : args, s_parsing);
        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            // Help and version ignore the errors of other arguments. The errors of all other actions are handled here.
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
                return await WriteErrorsAsync(parsed, terminal).ConfigureAwait(false);
            RefuseUnknownOptions(parsed);
            int code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            // The output is buffered: a full disk may be noticed only now. Cancellation is the regular end of some commands.
            await terminal.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (ToolException e)
        {
            foreach (string line in e.Message.Split('\n'))
                await terminal.Error.WriteLineAsync($"zstackgen: error: {line}").ConfigureAwait(false);
            return ExitCode.CannotRun;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(terminal.IsTerminated ? "zstackgen: terminated" : "zstackgen: canceled").ConfigureAwait(false);
            return terminal.IsTerminated ? ExitCode.Terminated : ExitCode.Cancelled;
        }
        catch (Exception e) when (!parsed.GetValue(s_verbose))
        {
            await terminal.Error.WriteLineAsync($"zstackgen: error: unexpected {e.GetType().Name}: {e.Message} (use --verbose for the stack trace)").ConfigureAwait(false);
            return ExitCode.CannotRun;
        }
        catch (Exception e)
        {
            await terminal.Error.WriteLineAsync(e.ToString()).ConfigureAwait(false);
            return ExitCode.CannotRun;
        }
    }

    // Errors go to the error stream, without the help text: the output contains results or nothing.
    private static async Task<int> WriteErrorsAsync(ParseResult parsed, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        // An unknown command makes all that follows wrong, too.
        IEnumerable<string> messages = command is RootCommand && parsed.UnmatchedTokens is [var word, ..]
            ? [$"'{word}' is not a command{Suggestion(word, command.Subcommands.Select(static known => known.Name))}"]
            : parsed.Errors.Select(static error => NotAnInteger().Replace(error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal), "${option} '${value}' is not an integer"));
        foreach (string message in messages)
            await terminal.Error.WriteLineAsync($"zstackgen: error: {message}").ConfigureAwait(false);
        await terminal.Error.WriteLineAsync($"Run '{(command is RootCommand ? "zstackgen" : $"zstackgen {command.Name}")} --help' for usage.").ConfigureAwait(false);
        return ExitCode.CannotRun;
    }

    // A misspelled option would otherwise be taken for a path.
    private static void RefuseUnknownOptions(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (!command.TreatUnmatchedTokensAsErrors)
            return;
        foreach (Token token in parsed.Tokens)
        {
            if (token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && token.Value.Length > 2)
                throw new ToolException($"'{token.Value}' is not an option of 'zstackgen {command.Name}'{Suggestion(token.Value, command.Options.Select(static option => option.Name))}");
        }
    }

    // The message of the library names a type of .NET.
    [GeneratedRegex(@"^Cannot parse argument '(?<value>.*)' for option '(?<option>[^']*)' as expected type 'System\.Int32'\.$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAnInteger();

    private static string Suggestion(string word, IEnumerable<string> known) => NameSuggestions.Question(NameSuggestions.Nearest(word, known));

    private static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Reads ZStack API documentation pages in all published layouts, and calls the APIs that they describe.");
        root.Options.Add(s_verbose);
        AddHelp(root, """
            Examples:
              zstackgen import manual -o specs
              zstackgen inspect specs > pages.json
              zstackgen check specs
              zstackgen format downloaded -o specs
              zstackgen diff specs-4.8 specs-5.2
              zstackgen matrix specs --from 4.7 --to 5.2
              zstackgen new StartVmInstance --category vm
              zstackgen openapi specs -o zstack.json
              zstackgen serve specs --port 8080
              zstackgen call QueryVmInstance -q state=Running
            """, CommandExits.All);
        Add(root, ImportCommand.Create(terminal), ImportCommand.Examples, CommandExits.Pages);
        Add(root, InspectCommand.Create(terminal), InspectCommand.Examples, CommandExits.Pages);
        Add(root, CheckCommand.Create(terminal), CheckCommand.Examples, CommandExits.Check);
        Add(root, FormatCommand.Create(terminal), FormatCommand.Examples, CommandExits.Format);
        Add(root, DiffCommand.Create(terminal), DiffCommand.Examples, CommandExits.Diff);
        Add(root, MatrixCommand.Create(terminal), MatrixCommand.Examples, CommandExits.Pages);
        Add(root, VerifyCommand.Create(terminal), VerifyCommand.Examples, CommandExits.Verify);
        Add(root, NewCommand.Create(terminal), NewCommand.Examples, CommandExits.Plain);
        Add(root, OpenApiCommand.Create(terminal), OpenApiCommand.Examples, CommandExits.Pages);
        Add(root, ServeCommand.Create(terminal), ServeCommand.Examples, CommandExits.Serve);
        Command call = CallCommand.Create(terminal);
        Add(root, call, CallCommand.Examples, CommandExits.Call, parsed => CallCommand.Describe(parsed, terminal));
        Add(root, JobCommand.Create(terminal), JobCommand.Examples, CommandExits.Call);
        Add(root, CompletionCommand.Create(terminal), CompletionCommand.Examples, CommandExits.Plain);
        return root;
    }

    private static void Add(RootCommand root, Command command, string examples, string exits, Func<ParseResult, string?>? describe = null)
    {
        root.Subcommands.Add(command);
        AddHelp(command, examples, exits, describe);
    }

    // The help of every command ends with its examples and its exit codes.
    private static void AddHelp(Command command, string examples, string exits, Func<ParseResult, string?>? describe = null)
    {
        HelpOption? help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples, exits, describe);
    }

    private sealed class HelpWithExamples(HelpAction inner, string examples, string exits, Func<ParseResult, string?>? describe) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            System.IO.TextWriter output = parseResult.InvocationConfiguration.Output;
            if (describe?.Invoke(parseResult) is { } description)
            {
                output.Write($"{description}\n{exits}\n");
                return ExitCode.Success;
            }

            int code = inner.Invoke(parseResult);
            output.Write($"{examples}\n\n{exits}\n");
            return code;
        }
    }
}
