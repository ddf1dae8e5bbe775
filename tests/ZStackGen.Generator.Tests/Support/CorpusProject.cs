using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>A project of all published pages of a layout. It is generated and compiled once, because that takes most of the time of its tests.</summary>
internal sealed class CorpusProject
{
    private static readonly ConcurrentDictionary<string, Lazy<CorpusProject>> s_projects = new(StringComparer.Ordinal);

    private CorpusProject(string layout)
    {
        Pages = [.. Directory.GetFiles(SharedFolder.Require("corpus", layout), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => ("/project/specs/" + Path.GetFileName(file), File.ReadAllText(file)))];
        Run = GeneratorRun.On(Pages, new ProjectOptions());
        Image = Run.EmitWithoutWarnings();
    }

    public IReadOnlyList<(string Path, string Text)> Pages { get; }

    public GeneratorRun Run { get; }

    /// <summary>Gets the compiled assembly.</summary>
    public byte[] Image { get; }

    /// <summary>Returns the project of a layout. Skips the test if the pages are absent. Fails if the compiler reports anything.</summary>
    public static CorpusProject Of(string layout)
    {
        SharedFolder.Require("corpus", layout);
        return s_projects.GetOrAdd(layout, static key => new Lazy<CorpusProject>(() => new CorpusProject(key), LazyThreadSafetyMode.ExecutionAndPublication)).Value;
    }
}
