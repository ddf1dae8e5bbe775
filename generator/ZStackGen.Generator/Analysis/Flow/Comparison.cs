using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>A comparison of the server's version, which stands to the left, with a constant one.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Version">The constant version.</param>
/// <param name="WhenTrue">Whether the server has at least that version where the comparison holds.</param>
/// <param name="WhenFalse">Whether the server has at least that version where the comparison does not hold.</param>
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
