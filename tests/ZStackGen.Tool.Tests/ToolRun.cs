using System.IO;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests;

/// <summary>What one run of the command line printed and answered.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the command line in this process, as if from <paramref name="folder"/>, output piped.</summary>
    public static async Task<ToolRun> InAsync(string folder, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error) { WorkingDirectory = folder };
        int code = await ZStackGenCommand.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
