using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>A comparison of a query's field with a constant.</summary>
/// <param name="Field">The property of the field.</param>
/// <param name="Operator">The operator, with the field to its left.</param>
/// <param name="Value">The constant: a text, a number or a truth value; <see langword="null"/> for null.</param>
/// <param name="Syntax">Where it stands.</param>
/// <param name="IsOwn">Whether it is a field of the queried resource itself, of which it has one value.</param>
internal sealed record FieldComparison(IPropertySymbol Field, BinaryOperatorKind Operator, object? Value, SyntaxNode Syntax, bool IsOwn);
