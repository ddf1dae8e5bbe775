using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using ZStackGen.Tool;
using ZStackGen.Tool.Commands;

// Redirected streams use UTF-8 without a mark and not the code page of the console, because other programs read them.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using StreamWriter? output = Console.IsOutputRedirected ? new StreamWriter(new OutputStream(Console.OpenStandardOutput), utf8, 1 << 16) { NewLine = "\n" } : null;
bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
var terminal = new Terminal(output ?? Console.Out, Console.Error)
{
    IsOutputTerminal = !Console.IsOutputRedirected,
    IsErrorTerminal = !Console.IsErrorRedirected && !isDumb,
    Width = Console.IsOutputRedirected ? 120 : Math.Max(Console.WindowWidth, 40),
    NoColor = isDumb || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    Input = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)) : Console.In,
    IsInputTerminal = !Console.IsInputRedirected,
    Environment = Environment.GetEnvironmentVariable,
    WorkingDirectory = Environment.CurrentDirectory,
};
// The command line cancels the command on SIGINT and on SIGTERM, but the exit codes differ.
using PosixSignalRegistration termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => terminal.IsTerminated = true);
return await ZStackGenCommand.RunAsync(args, terminal).ConfigureAwait(false);
