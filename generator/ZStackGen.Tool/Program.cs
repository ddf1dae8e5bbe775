using System;
using System.IO;
using System.Text;
using ZStackGen.Tool;
using ZStackGen.Tool.Commands;

// Redirected streams use UTF-8 without a mark and not the code page of the console, because other programs read them.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using StreamWriter? output = Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" } : null;
var terminal = new Terminal(output ?? Console.Out, Console.Error)
{
    IsOutputTerminal = !Console.IsOutputRedirected,
    IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
    Width = Console.IsOutputRedirected ? 120 : Math.Max(Console.WindowWidth, 40),
    NoColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    WorkingDirectory = Environment.CurrentDirectory,
};
return await ZStackGenCommand.RunAsync(args, terminal).ConfigureAwait(false);
