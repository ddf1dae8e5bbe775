using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Represents the versions of a symbol: the first version with it, and the versions that deprecated and removed it.</summary>
/// <param name="Since">The lowest version of the server that supports the symbol; <see langword="null"/> if it is unknown, or if every version does.</param>
/// <param name="Source">The symbol with the attribute for <paramref name="Since"/>: the symbol itself, its containing type, or its assembly.</param>
/// <param name="IsRequired">true if <paramref name="Since"/> comes from <c>[RequiresZStack]</c>; false if it comes from <c>[Since]</c>.</param>
/// <param name="Deprecated">The version that deprecated the symbol, or <see langword="null"/>.</param>
/// <param name="Removed">The version that removed the symbol, or <see langword="null"/>.</param>
/// <param name="Replacement">The name of the replacement, or <see langword="null"/>.</param>
internal sealed record VersionNeed(string? Since, ISymbol? Source, bool IsRequired, string? Deprecated, string? Removed, string? Replacement);
