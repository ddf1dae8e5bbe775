using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>What a symbol needs of the server.</summary>
/// <param name="Since">The version that the server needs at least; <see langword="null"/> where nothing is known or needed.</param>
/// <param name="Source">The symbol that states <paramref name="Since"/>: the symbol itself, or a type or an assembly around it.</param>
/// <param name="IsRequired">Whether <c>[RequiresZStack]</c> states it rather than <c>[Since]</c>.</param>
/// <param name="Deprecated">The version from which on it should no longer be used.</param>
/// <param name="Removed">The version that no longer has it.</param>
/// <param name="Replacement">What replaces it.</param>
internal sealed record VersionNeed(string? Since, ISymbol? Source, bool IsRequired, string? Deprecated, string? Removed, string? Replacement);
