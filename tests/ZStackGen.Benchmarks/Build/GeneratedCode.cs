using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ZStackGen.Benchmarks.Generator;
using ZStackGen.Generator;

namespace ZStackGen.Benchmarks.Build;

/// <summary>The code that the generator creates from pages.</summary>
internal static class GeneratedCode
{
    /// <summary>Returns the generated C# of page files, one text per file.</summary>
    public static string[] Of(string[] pages)
    {
        var project = new BenchmarkProject([.. pages.Select(page => ("/project/specs/" + Path.GetFileName(page), File.ReadAllText(page)))]);
        GeneratorDriver driver = project.Driver(new ZStackGenerator()).RunGenerators(CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText("", BenchmarkProject.Parse)]));
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is not null)
            throw new InvalidOperationException("The generator failed.", result.Exception);
        return [.. result.GeneratedSources.Select(source => source.SourceText.ToString())];
    }
}
