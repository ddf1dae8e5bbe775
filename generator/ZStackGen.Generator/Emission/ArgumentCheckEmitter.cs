using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the checks that a parameter's allowed values ask for, before the parameter is written.</summary>
internal sealed class ArgumentCheckEmitter(SourceWriter writer)
{
    public void Emit(CatalogMember member, string target, bool isNullable)
    {
        EquatableArray<string> allowed = member.Values;
        if (allowed.Count > 0)
        {
            if (member.Type.Kind == ValueKind.OpenEnum)
                Known(member, target, isNullable ? "?." : ".");
            else if (member.Type.Kind is ValueKind.Int32 or ValueKind.Int64 && allowed.All(IsNumber))
                Line(target, "Allowed", member, member.Identifier, allowed);
            else if (member.Type is { Kind: ValueKind.List, Element.Kind: ValueKind.String or ValueKind.OpenEnum })
                Line(target, "Allowed", member, TypeText.Written(member, isNullable), allowed, areTexts: true);
        }

        if (member.Range is { } range)
            Line(target, "Range", member, member.Identifier, [Number(range.Minimum), Number(range.Maximum)]);
        if (member.Length is { } length)
            Line(target, "Length", member, TypeText.Written(member, isNullable), [Number(System.Math.Max(0, length.Minimum)), Number(System.Math.Min(int.MaxValue, length.Maximum))]);
        if (member.IsNotEmpty)
            Line(target, "NotEmpty", member, member.Identifier + "?.Count", []);
    }

    private void Known(CatalogMember member, string target, string access)
    {
        StringBuilder text = Begin(target, "Allowed", member, member.Identifier + access + "Value");
        text.Append(", ").Append(member.Identifier).Append(access).Append("IsKnown, ");
        CSharpLiteral.Append(text, string.Join(", ", member.Values.Distinct()));
        text.Append(");");
        writer.End();
    }

    private void Line(string target, string check, CatalogMember member, string value, IEnumerable<string> operands, bool areTexts = false)
    {
        StringBuilder text = Begin(target, check, member, value);
        foreach (string operand in operands)
        {
            text.Append(", ");
            if (areTexts)
                CSharpLiteral.Append(text, operand);
            else
                text.Append(operand);
        }

        text.Append(");");
        writer.End();
    }

    private StringBuilder Begin(string target, string check, CatalogMember member, string value)
    {
        StringBuilder text = writer.Line().Add(target).Add(".Check.").Add(check).Add("(").Builder;
        CSharpLiteral.Append(text, member.Name);
        return text.Append(", ").Append(value);
    }

    private static bool IsNumber(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && Number(number) == value;

    private static string Number(long value) => value switch
    {
        long.MinValue => "long.MinValue",
        long.MaxValue => "long.MaxValue",
        int.MaxValue => "int.MaxValue",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
