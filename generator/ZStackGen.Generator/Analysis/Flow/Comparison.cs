using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Represents a comparison of the server's version, as the left operand, with a constant version.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Version">The constant version.</param>
/// <param name="WhenTrue">true if the server has at least that version where the comparison is true; otherwise, false.</param>
/// <param name="WhenFalse">true if the server has at least that version where the comparison is false; otherwise, false.</param>
internal sealed record Comparison(BinaryOperatorKind Operator, string Version, bool WhenTrue, bool WhenFalse)
{
    public static Comparison? Of(BinaryOperatorKind kind, string version) => kind switch
    {
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals => new Comparison(kind, version, WhenTrue: true, WhenFalse: false),
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals => new Comparison(kind, version, WhenTrue: false, WhenFalse: true),
        _ => null,
    };

    public FlowValue Knowledge(Knowledge known)
    {
        Knowledge atLeast = Flow.Knowledge.AtLeast(Version).And(known);
        return new FlowValue(WhenTrue ? atLeast : known, WhenFalse ? atLeast : known);
    }
}
