using System;
using System.Globalization;
using System.IO;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// Makes a .NET process print the work of its JIT when it ends. The runtime loads the assembly that an environment variable names, and calls the
/// method <c>StartupHook.Initialize</c>. This assembly is compiled here, because the runtime would load all that the benchmarks refer to.
/// </summary>
internal sealed class JitReport
{
    private const string Prefix = "JIT: ";

    private const string Source = """
        internal static class StartupHook
        {
            public static void Initialize() => System.AppDomain.CurrentDomain.ProcessExit += static (_, _) => System.Console.WriteLine(System.FormattableString.Invariant(
                $"JIT: {System.Runtime.JitInfo.GetCompiledMethodCount()} {System.Runtime.JitInfo.GetCompilationTime().TotalMilliseconds:F0}"));
        }
        """;

    private readonly string _assembly;

    /// <summary>Writes the assembly to a folder.</summary>
    public JitReport(string folder)
    {
        _assembly = Path.Combine(folder, "JitReport.dll");
        using FileStream file = File.Create(_assembly);
        if (!CSharpCompilation.Create("JitReport", [CSharpSyntaxTree.ParseText(Source)], Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(file).Success)
            throw new InvalidOperationException("The startup hook does not compile.");
    }

    /// <summary>Gets the environment variable for the process.</summary>
    public (string Name, string Value) Variable => ("DOTNET_STARTUP_HOOKS", _assembly);

    /// <summary>Returns the number of compiled methods and the time in milliseconds from the output of the process.</summary>
    public static (int Methods, double Time) Read(string output)
    {
        string[] parts = output[(output.LastIndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length)..].Split(' ');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
