using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace ZStackGen.Analyzers.Tests.Support;

/// <summary>Runs a code fix over a user's source that uses the small API: one after the other, and all in document, project and solution at once.</summary>
internal sealed class FixRun<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private FixRun(string target)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(References.All);
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ZStackGenTargetVersion = " + target));
        TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
    }

    /// <summary>Runs over the statements of a method (see <see cref="UserProgram"/>).</summary>
    /// <param name="before">The statements, with marked diagnostics.</param>
    /// <param name="after">The fixed statements.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    /// <param name="target">The target version.</param>
    /// <param name="fixAllIterations">How often all have to be fixed at once, where one fix makes room for the next.</param>
    public static Task MethodAsync(string before, string after, string key, string target = "3.0", int? fixAllIterations = null)
    {
        var run = new FixRun<TAnalyzer, TFix>(target) { CodeActionEquivalenceKey = key };
        run.TestState.Sources.Add(("/0/Program.cs", UserProgram.Of(before)));
        run.FixedState.Sources.Add(("/0/Program.cs", UserProgram.Of(after)));
        run.FixedState.MarkupHandling = MarkupMode.Allow;
        if (fixAllIterations is not null)
            run.NumberOfFixAllIterations = fixAllIterations;
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
}
