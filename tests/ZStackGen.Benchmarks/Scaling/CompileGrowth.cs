using System;
using System.Linq;
using ZStackGen.Benchmarks.Build;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>The growth of the compiler's time for the generated code with the number of APIs.</summary>
internal static class CompileGrowth
{
    public static void Measure(Turns turns)
    {
        if (SharedPages.Files("corpus/official-zh") is not { } pages)
        {
            Console.WriteLine("The folder shared, with real pages, is not beside the repository: the compiler is not measured.");
            return;
        }

        turns.Measure("compile, the generated code, with APIs", [.. new[] { pages.Length / 4, pages.Length / 2, pages.Length }.Select(count =>
        {
            string[] sources = GeneratedCode.Of([.. SharedPages.Evenly(pages, count)]);
            return (count, Turns.Of(() => CompileBenchmark.Compile(sources)));
        })]);
    }
}
