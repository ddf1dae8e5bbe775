namespace ZStackGen.Faults.Tests;

/// <summary>Tests that count threads and bytes of the whole process, so they run alone.</summary>
[CollectionDefinition("Endurance", DisableParallelization = true)]
public sealed class EnduranceCollection;
