using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the checks of a parameter's value, which run before the parameter is written.</summary>
internal sealed class ArgumentCheckEmitter(SourceWriter writer)
{
    public void Emit(CatalogMember member, Code target, Code name, bool isNullable, TypeText types)
    {
        EquatableArray<string> allowed = member.Values;
        if (allowed.Count > 0 && !member.HasOpenValues)
        {
            if (member.Type.Kind == ValueKind.OpenEnum)
            {
                // The enumeration has the list of values. Type inference needs a nullable argument.
                Check(target, $"Allowed", member, Code.If(isNullable, $"{name}", $"({types.Name(member.Type)}?){name}"), []);
            }
            else if (member.Type.Kind is ValueKind.Int32 or ValueKind.Int64 && allowed.All(IsNumber))
            {
                Check(target, $"Allowed", member, $"{name}", allowed.Select(static value => Number(long.Parse(value, CultureInfo.InvariantCulture))));
            }
            else if (member.Type is { Kind: ValueKind.List, Element.Kind: ValueKind.OpenEnum })
            {
                Check(target, $"Allowed", member, $"{name}", []);
            }
            else if (member.Type is { Kind: ValueKind.List, Element.Kind: ValueKind.String })
            {
                Check(target, $"Allowed", member, TypeText.Written(member, name, isNullable), allowed.Select(static Code (value) => $"{new Literal(value)}"));
            }
        }

        if (member.Range is { } range)
            Check(target, $"Range", member, $"{name}", [Number(range.Minimum), Number(range.Maximum)]);
        if (member.Length is { } length)
            Check(target, $"Length", member, TypeText.Written(member, name, isNullable), [Number(Math.Max(0, length.Minimum)), Number(Math.Min(int.MaxValue, length.Maximum))]);
        if (member.IsNotEmpty)
            Check(target, $"NotEmpty", member, $"{name}?.Count", []);
    }

    private void Check(Code target, Code check, CatalogMember member, Code value, IEnumerable<Code> operands)
    {
        writer.Add($"{target}.Check.{check}({new Literal(member.Name)}, {value}");
        foreach (Code operand in operands)
            writer.Add($", {operand}");
        writer.Line($");");
    }

    private static bool IsNumber(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number.ToString(CultureInfo.InvariantCulture) == value;

    private static Code Number(long value) => value switch
    {
        long.MinValue => $"long.MinValue",
        long.MaxValue => $"long.MaxValue",
        int.MaxValue => $"int.MaxValue",
        _ => $"{value}",
    };
}
