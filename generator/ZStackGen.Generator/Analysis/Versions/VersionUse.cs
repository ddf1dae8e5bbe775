using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>A place that uses a symbol which not every server has.</summary>
/// <param name="Operation">The operation; <see langword="null"/> for a use in a declaration.</param>
/// <param name="Syntax">Where it stands.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Need">What it needs.</param>
internal sealed record VersionUse(IOperation? Operation, SyntaxNode Syntax, ISymbol Symbol, VersionNeed Need);
