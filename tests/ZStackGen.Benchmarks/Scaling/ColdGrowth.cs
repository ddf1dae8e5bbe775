using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ZStackGen.Benchmarks.Build;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>How the cost of pages in a one-shot build grows with their number. The cost is the time of the generator and of the compilation of its C#.</summary>
internal static class ColdGrowth
{
    public static void Measure(Turns turns)
    {
        if (SharedPages.Files("corpus/official-zh") is not { } pages)
        {
            Console.WriteLine("The folder shared, with real pages, is not beside the repository: cold builds are not measured.");
            return;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("zstackgen-growth-");
        try
        {
            var compiler = new SdkCompiler(folder.FullName);
            ColdProject none = Prepared(folder.FullName, "None", []);
            int[] counts = [50, 100, 200];
            ColdProject[] projects = [.. counts.Select(count => Prepared(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"Pages{count}"), [.. SharedPages.Evenly(pages, count)]))];
            turns.Measure("cold, cost of pages in a build, with pages", [.. projects.Select((project, i) => (counts[i], (Func<MeasuredTime>)(() => Cost(compiler, project, none))))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns the cost of the pages. The collections of the compiler's process are not known, and part of both times.</summary>
    private static MeasuredTime Cost(SdkCompiler compiler, ColdProject project, ColdProject none)
    {
        TimeSpan cost = project.Compile(compiler) - none.Compile(compiler);
        return new MeasuredTime(cost, cost);
    }

    private static ColdProject Prepared(string root, string name, string[] pages)
    {
        var project = new ColdProject(name, ColdProject.Write(root, name, pages, pages.Length > 0 ? ColdProject.Generator : []));
        project.Prepare();
        return project;
    }
}
