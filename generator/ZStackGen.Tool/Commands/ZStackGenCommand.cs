using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Tool.Commands;

/// <summary>The root command, <c>zstackgen</c>.</summary>
internal static class ZStackGenCommand
{
    private const string ExitCodes = """
        Exit codes:
          0    success
          1    a page has an error (check --warnaserror: or a warning; format --check: or is not in the format);
               diff --fail-on-breaking: a change is breaking
          2    failure: invalid arguments, or a path does not exist or cannot be read or written
          130  canceled by the user
        """;

    /// <summary>The option that shows the stack trace of an unexpected failure.</summary>
    private static readonly Option<bool> s_verbose = new("--verbose")
    {
        Description = "Show the stack trace of an unexpected failure.",
        Recursive = true,
    };

    /// <summary>Runs the tool.</summary>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = Create(terminal).Parse(args);
        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            // Help and version ignore the errors of other arguments. The errors of all other actions are handled here.
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
                return await WriteErrorsAsync(parsed, terminal).ConfigureAwait(false);
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException e)
        {
            foreach (string line in e.Message.Split('\n'))
                await terminal.Error.WriteLineAsync($"zstackgen: error: {line}").ConfigureAwait(false);
            return ExitCode.CannotRun;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("zstackgen: canceled").ConfigureAwait(false);
            return ExitCode.Cancelled;
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
        foreach (ParseError error in parsed.Errors)
            await terminal.Error.WriteLineAsync($"zstackgen: error: {error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal)}").ConfigureAwait(false);
        string command = parsed.CommandResult.Command is RootCommand ? "zstackgen" : $"zstackgen {parsed.CommandResult.Command.Name}";
        await terminal.Error.WriteLineAsync($"Run '{command} --help' for usage.").ConfigureAwait(false);
        return ExitCode.CannotRun;
    }

    private static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Reads ZStack API documentation pages in all published layouts.");
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
            """);
        Add(root, ImportCommand.Create(terminal), ImportCommand.Examples);
        Add(root, InspectCommand.Create(terminal), InspectCommand.Examples);
        Add(root, CheckCommand.Create(terminal), CheckCommand.Examples);
        Add(root, FormatCommand.Create(terminal), FormatCommand.Examples);
        Add(root, DiffCommand.Create(terminal), DiffCommand.Examples);
        Add(root, MatrixCommand.Create(terminal), MatrixCommand.Examples);
        Add(root, NewCommand.Create(terminal), NewCommand.Examples);
        Add(root, OpenApiCommand.Create(terminal), OpenApiCommand.Examples);
        Add(root, ServeCommand.Create(terminal), ServeCommand.Examples);
        return root;
    }

    private static void Add(RootCommand root, Command command, string examples)
    {
        root.Subcommands.Add(command);
        AddHelp(command, examples);
    }

    // The help of every command ends with its examples and the exit codes.
    private static void AddHelp(Command command, string examples)
    {
        HelpOption? help = null;
        foreach (Option option in command.Options)
            help = option as HelpOption ?? help;
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
    }

    private sealed class HelpWithExamples(HelpAction inner, string examples) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.Write($"{examples}\n\n{ExitCodes}\n");
            return code;
        }
    }
}
