using System;
using System.Linq;
using System.Text;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes an open enumeration: a struct over the text on the wire, so that a value of a newer server survives.</summary>
internal sealed class EnumerationEmitter(SourceWriter writer, EmitOptions options)
{
    /// <summary>Writes an enumeration.</summary>
    /// <param name="enumeration">The enumeration.</param>
    /// <param name="enclosingType">The class in which it is nested.</param>
    public void Emit(CatalogEnumeration enumeration, string? enclosingType = null)
    {
        string name = enumeration.TypeName;
        string documented = Documentation(enumeration, enclosingType);
        if (SinceVersion.IsValid(enumeration.Since))
            writer.Line().Add("[ZStack::Since(\"").Add(enumeration.Since!).Add("\")]").End();
        writer.Line().Add(enclosingType is not null || options.IsPublic ? "public" : "internal").Add(" readonly partial struct ").Add(name)
            .Add(" : IEquatable<").Add(name).Add(">").End();
        writer.Open();
        writer.Line().Add("public ").Add(name).Add("(string value) => Value = value;").End();
        writer.Line("/// <summary>The text on the wire.</summary>");
        writer.Line("public string Value { get; }");
        foreach (CatalogEnumerationValue value in enumeration.Values)
        {
            writer.Line().Add("/// <inheritdoc cref=\"").Add(documented).Add("\"/>").End();
            writer.Line().Add("public static ").Add(name).Add(" ").Add(value.Identifier).Add(" => new(");
            CSharpLiteral.Append(writer.Builder, value.Value);
            writer.Add(");").End();
        }

        writer.Line("/// <summary>Whether the value is one of those that the documentation lists.</summary>");
        writer.Line().Add("public bool IsKnown => ");
        for (int i = 0; i < enumeration.Values.Count; i++)
        {
            writer.Add(i == 0 ? "Value is " : " or ");
            CSharpLiteral.Append(writer.Builder, enumeration.Values[i].Value);
        }

        writer.Add(enumeration.Values.Count == 0 ? "false;" : ";").End();
        writer.Line().Add("public static implicit operator ").Add(name).Add("(string value) => new(value);").End();
        Operator(name, "==");
        Operator(name, "!=");
        writer.Line().Add("public bool Equals(").Add(name).Add(" other) => Value == other.Value;").End();
        writer.Line().Add("public override bool Equals(object? obj) => obj is ").Add(name).Add(" other && Value == other.Value;").End();
        writer.Line("public override int GetHashCode() => Value is null ? 0 : Value.GetHashCode();");
        writer.Line("public override string ToString() => Value;");
        writer.Close();
    }

    /// <summary>
    /// What is known of the values stands at one place: the property whose values these are, else the type. Returns how it is referred
    /// to, which editors resolve.
    /// </summary>
    private string Documentation(CatalogEnumeration enumeration, string? enclosingType)
    {
        if (enumeration.Member is { } member)
        {
            // A value of the same name would hide the property.
            string documented = Hides(enumeration, member) ? enclosingType + "." + member : member;
            writer.Line().Add("/// <inheritdoc cref=\"").Add(documented).Add("\"/>").End();
            return documented;
        }

        StringBuilder text = writer.Line().Add("/// <summary>").Builder;
        if (string.IsNullOrWhiteSpace(enumeration.Description))
            text.Append("A text with known values; others are kept as they are.");
        else
            XmlDoc.AppendText(text, enumeration.Description!);
        text.Append("</summary><remarks>");
        if (!string.IsNullOrEmpty(enumeration.Since))
        {
            text.Append("Since ");
            XmlDoc.AppendText(text, enumeration.Since!);
            text.Append(". ");
        }

        XmlDoc.AppendValues(text, enumeration.Values.Select(static value => value.Value));
        text.Append("</remarks>");
        writer.End();
        return enumeration.TypeName;
    }

    private static bool Hides(CatalogEnumeration enumeration, string member)
    {
        int dot = member.IndexOf('.');
        string first = dot < 0 ? member : member.Substring(0, dot);
        if (first is "Value" or "IsKnown")
            return true;
        foreach (CatalogEnumerationValue value in enumeration.Values)
        {
            if (string.Equals(value.Identifier, first, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private void Operator(string name, string sign) =>
        writer.Line().Add("public static bool operator ").Add(sign).Add("(").Add(name).Add(" left, ").Add(name).Add(" right) => left.Value ")
            .Add(sign).Add(" right.Value;").End();
}
