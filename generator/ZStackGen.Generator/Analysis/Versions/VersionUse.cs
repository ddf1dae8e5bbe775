using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Represents the use of a symbol that not every server supports.</summary>
/// <param name="Operation">The operation; <see langword="null"/> for a use in a declaration.</param>
/// <param name="Syntax">The syntax node to report.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Need">The versions of the symbol.</param>
internal sealed record VersionUse(IOperation? Operation, SyntaxNode Syntax, ISymbol Symbol, VersionNeed Need);
