using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ZStackGen.Editor.Tests;

public sealed class PreCompilationTests
{
    private const string Action = "ZStack.Api.StopVmInstanceAction";

    [Theory]
    [InlineData(null, true)]
    [InlineData("auto", true)]
    [InlineData("off", false)]
    public async Task Another_generator_sees_the_generated_types_unless_pre_compilation_is_off(string? option, bool sees)
    {
        using var editor = new EditorProject("vm", "types");
        if (option is not null)
            editor.SetProperty("ZStackGenPreCompilation", option);
        var probe = new Probe();
        Compilation output = await editor.RunBesideAsync(probe);
        Assert.Equal(sees, probe.Saw);
        Assert.NotNull(output.GetTypeByMetadataName(Action));
        Assert.DoesNotContain(output.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
    }

    private sealed class Probe : IIncrementalGenerator
    {
        public bool? Saw { get; private set; }

        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (_, compilation) => Saw = compilation.GetTypeByMetadataName(Action) is not null);
    }
}
