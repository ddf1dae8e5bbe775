using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ZStackGen.Benchmarks.Generator;
using ZStackGen.Generator;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>The growth of a new driver's time with the number of APIs.</summary>
internal static class GeneratorGrowth
{
    public static void Measure(Turns turns)
    {
        var pages = new RepositoryPages();
        CSharpCompilation compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText("class A { }", BenchmarkProject.Parse)]);
        turns.Measure("generator, new driver, with APIs", [.. new[] { 500, 1000, pages.Count }.Select(count =>
        {
            List<(string Path, string Text)> some = pages.Some(count);
            return (count, Turns.Of(() => new BenchmarkProject(some).Driver(new ZStackGenerator()).RunGenerators(compilation)));
        })]);
    }
}
