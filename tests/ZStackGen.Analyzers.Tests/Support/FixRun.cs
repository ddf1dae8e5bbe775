using System.Collections.Generic;
using System.Linq;
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

    /// <summary>Runs a fix of additional files. The target version of the program stays, so that its diagnostics stay, too.</summary>
    /// <param name="statements">The statements, with marked diagnostics.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    /// <param name="files">The additional files: path, text, and text after the fix.</param>
    public static Task FilesAsync(string statements, string key, params (string Path, string Before, string After)[] files) =>
        AllFilesAsync(statements, key, [.. files.Select(static file => (file.Path, file.Before, file.After, file.After))]);

    /// <summary>Runs a fix of additional files that has another result for all diagnostics at once than for the first.</summary>
    /// <param name="statements">The statements, with marked diagnostics.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    /// <param name="files">The additional files: path, text, text after the fix of the first diagnostic, and text after the fix of all.</param>
    public static Task AllFilesAsync(string statements, string key, params (string Path, string Before, string AfterFirst, string AfterAll)[] files)
    {
        var run = new FixRun<TAnalyzer, TFix>("3.0") { CodeActionEquivalenceKey = key };
        run.TestState.Sources.Add(("/0/Program.cs", UserProgram.Of(statements)));
        foreach (SolutionState state in new[] { run.FixedState, run.BatchFixedState })
        {
            state.Sources.Add(("/0/Program.cs", UserProgram.Of(statements)));
            state.MarkupHandling = MarkupMode.Allow;
        }

        foreach ((string path, string before, string afterFirst, string afterAll) in files)
        {
            run.TestState.AdditionalFiles.Add((path, before));
            run.FixedState.AdditionalFiles.Add((path, afterFirst));
            run.BatchFixedState.AdditionalFiles.Add((path, afterAll));
        }

        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a fix of a file-based program. The target version is not read again, so the diagnostics remain.</summary>
    /// <param name="before">The program, with marked diagnostics.</param>
    /// <param name="after">The fixed program, with marked diagnostics.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    public static Task ProgramAsync(string before, string after, string key)
    {
        var run = new FixRun<TAnalyzer, TFix>("3.0") { CodeActionEquivalenceKey = key, IsFileBased = true };
        run.TestState.OutputKind = OutputKind.ConsoleApplication;
        run.TestState.Sources.Add(("/0/app.cs", before));
        run.FixedState.Sources.Add(("/0/app.cs", after));
        run.FixedState.MarkupHandling = MarkupMode.Allow;
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a fix in two projects that share a file of properties.</summary>
    /// <param name="statements">The statements of the first project, with marked diagnostics.</param>
    /// <param name="otherStatements">The statements of the second project, with marked diagnostics.</param>
    /// <param name="key">The equivalence key of the fix.</param>
    /// <param name="file">The file: path, text, text after the fix in the first project, and text after the fix in both.</param>
    public static Task SharedFileAsync(string statements, string otherStatements, string key, (string Path, string Before, string AfterFirst, string AfterAll) file)
    {
        var run = new FixRun<TAnalyzer, TFix>("3.0") { CodeActionEquivalenceKey = key };
        run.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInProjectCheck;
        Fill(run.TestState, file.Before);
        Fill(run.FixedState, file.AfterFirst);
        Fill(run.BatchFixedState, file.AfterAll);
        run.FixedState.MarkupHandling = run.BatchFixedState.MarkupHandling = MarkupMode.Allow;
        return run.RunAsync(TestContext.Current.CancellationToken);

        void Fill(SolutionState state, string text)
        {
            state.Sources.Add(("/0/Program.cs", UserProgram.Of(statements)));
            state.AdditionalFiles.Add((file.Path, text));
            ProjectState other = state.AdditionalProjects["Other"];
            other.Sources.Add(("/1/Program.cs", UserProgram.Of(otherStatements)));
            other.AdditionalFiles.Add((file.Path, text));
            other.AdditionalReferences.AddRange(References.All);
            other.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ZStackGenTargetVersion = 3.0"));
        }
    }

    private bool IsFileBased { get; init; }

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    protected override ParseOptions CreateParseOptions() =>
        new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose).WithFeatures(IsFileBased ? [new KeyValuePair<string, string>("FileBasedProgram", "true")] : []);
}
