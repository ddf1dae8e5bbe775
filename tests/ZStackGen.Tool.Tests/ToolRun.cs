using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests;

/// <summary>The output and the exit code of a run of the command line.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a program, such as the packed command line.</summary>
    public static async Task<ToolRun> OfAsync(string folder, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        ChildResult result = await ChildProcess.RunAsync(program, arguments, folder, environment);
        return new ToolRun(result.ExitCode, result.Output, result.Error);
    }

    /// <summary>Runs the command line in this process, with <paramref name="folder"/> as the working directory and piped output.</summary>
    public static async Task<ToolRun> InAsync(string folder, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error) { WorkingDirectory = folder };
        int code = await ZStackGenCommand.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
