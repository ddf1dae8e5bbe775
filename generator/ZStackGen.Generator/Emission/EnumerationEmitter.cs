using System;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes an open enumeration: a struct over the text on the wire, so that a value of a newer server survives.</summary>
internal sealed class EnumerationEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly Documentation _documentation = new(writer);

    /// <summary>Writes an enumeration.</summary>
    /// <param name="enumeration">The enumeration.</param>
    /// <param name="enclosingType">The class in which it is nested.</param>
    public void Emit(CatalogEnumeration enumeration, string? enclosingType = null)
    {
        var name = new Identifier(enumeration.TypeName);
        Code documented = Document(enumeration, enclosingType);
        if (MemberEmitter.Since(enumeration.Since) is { } since)
            writer.Line($"{since}");
        writer.Line($"{Code.If(enclosingType is not null || options.IsPublic, $"public", $"internal")} readonly partial struct {name} : {RuntimeNames.Equatable}<{name}>");
        writer.Open();
        writer.Line($"public {name}(string value) => Value = value;");
        writer.Line($"/// <summary>The text on the wire.</summary>");
        writer.Line($"public string Value {{ get; }}");
        foreach (CatalogEnumerationValue value in enumeration.Values)
        {
            writer.Line($"/// <inheritdoc cref=\"{documented}\"/>");
            writer.Line($"public static {name} {new Identifier(value.Identifier)} => new({new Literal(value.Value)});");
        }

        writer.Line($"/// <summary>Whether the value is one of those that the documentation lists.</summary>");
        writer.Add($"public bool IsKnown => ");
        for (int i = 0; i < enumeration.Values.Count; i++)
            writer.Add($"{Code.If(i == 0, $"Value is ", $" or ")}{new Literal(enumeration.Values[i].Value)}");
        writer.Line($"{Code.If(enumeration.Values.Count == 0, $"false")};");
        writer.Line($"public static implicit operator {name}(string value) => new(value);");
        writer.Line($"public static bool operator ==({name} left, {name} right) => left.Value == right.Value;");
        writer.Line($"public static bool operator !=({name} left, {name} right) => left.Value != right.Value;");
        writer.Line($"public bool Equals({name} other) => Value == other.Value;");
        writer.Line($"public override bool Equals(object? obj) => obj is {name} other && Value == other.Value;");
        writer.Line($"public override int GetHashCode() => Value is null ? 0 : Value.GetHashCode();");
        writer.Line($"public override string ToString() => Value;");
        writer.Close();
    }

    /// <summary>
    /// What is known of the values stands at one place: the property whose values these are, else the type. Returns how it is referred
    /// to, which editors resolve.
    /// </summary>
    private Code Document(CatalogEnumeration enumeration, string? enclosingType)
    {
        if (enumeration.Member is not { } member)
        {
            _documentation.Enumeration(enumeration);
            return $"{new Identifier(enumeration.TypeName)}";
        }

        // A value of the same name would hide the property.
        Code documented = Identifier.Path(Hides(enumeration, member) ? enclosingType + "." + member : member);
        writer.Line($"/// <inheritdoc cref=\"{documented}\"/>");
        return documented;
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
}
