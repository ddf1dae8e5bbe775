using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace ZStackGen.Analyzers.Tests.Support;

/// <summary>Runs an analyzer over a user's source that uses the small API. Diagnostics are expected where the source marks them.</summary>
internal sealed class AnalyzerRun<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private AnalyzerRun(string source, string? target, string properties)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.Sources.Add(("/0/Program.cs", source));
        TestState.AdditionalReferences.AddRange(References.All);
        // Both would run the analyzer again.
        TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ZStackGenTargetVersion = " + target + "\n" + properties));
    }

    /// <summary>Runs over whole files.</summary>
    public static Task FileAsync(string source, string? target = "3.0", string properties = "", DiagnosticResult[]? expected = null, MetadataReference[]? references = null, bool isProgram = false)
    {
        var run = new AnalyzerRun<TAnalyzer>(source, target, properties);
        if (isProgram)
            run.TestState.OutputKind = OutputKind.ConsoleApplication;
        run.ExpectedDiagnostics.AddRange(expected ?? []);
        run.TestState.AdditionalReferences.AddRange(references ?? []);
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs over the statements of a method, with further members of its class behind a line of dashes.</summary>
    public static Task MethodAsync(string statements, string? target = "3.0", string properties = "") => FileAsync(UserProgram.Of(statements), target, properties);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable).WithAllowUnsafe(true);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
}
