using System;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>A set of benchmarks in the report.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Run">Runs the short form of the set.</param>
internal sealed record BenchmarkSet(string Name, Action<FigureLog> Run)
{
    /// <summary>
    /// Gets a value that indicates whether the measured code runs inside the compiler. Its process then uses server garbage collection, which the
    /// <c>runtimeconfig.json</c> of the SDK's compiler selects.
    /// </summary>
    public bool IsInCompiler { get; init; }

    /// <summary>
    /// Gets a value that indicates whether large arrays are allocated like small ones. New memory for large arrays costs page faults, which some virtual
    /// machines make several times as slow in some phases. Only the input sizes of the growth measurement need such arrays.
    /// </summary>
    public bool HasNoLargeObjects { get; init; }
}
