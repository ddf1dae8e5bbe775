namespace ZStackGen.Faults.Tests;

/// <summary>Tests that count threads and bytes of the whole process, so nothing else may run beside them.</summary>
[CollectionDefinition("Endurance", DisableParallelization = true)]
public sealed class EnduranceCollection;
