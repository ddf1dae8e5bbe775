using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Represents a comparison of a query field with constants.</summary>
/// <param name="Field">The property of the field.</param>
/// <param name="Operator">The operator, with the field as the left operand.</param>
/// <param name="Values">The constants, one of which must meet the comparison: a string, a number, a Boolean value, a <see cref="ValueName"/> or null.</param>
/// <param name="Syntax">The syntax node of the comparison.</param>
/// <param name="IsOwn">true if the field belongs to the queried resource itself and has a single value; otherwise, false.</param>
internal sealed record FieldComparison(IPropertySymbol Field, BinaryOperatorKind Operator, IReadOnlyList<object?> Values, SyntaxNode Syntax, bool IsOwn);
