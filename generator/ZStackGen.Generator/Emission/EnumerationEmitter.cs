using System;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Writes an open enumeration: a struct that contains the text on the wire, so that unknown values of a newer server survive.
/// It reads and writes as its text in JSON, in configuration, in routes and query strings, and as a key.
/// </summary>
internal sealed class EnumerationEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly Documentation _documentation = new(writer);
    private readonly AttributeEmitter _attributes = new(writer);

    /// <summary>Writes an enumeration.</summary>
    /// <param name="enumeration">The enumeration.</param>
    /// <param name="enclosingType">The class that contains the enumeration; <see langword="null"/> for a top-level type.</param>
    /// <param name="isQueried">Whether queries can have a field of the type.</param>
    public void Emit(CatalogEnumeration enumeration, string? enclosingType = null, bool isQueried = false)
    {
        var name = new Identifier(enumeration.TypeName);
        Code documented = Document(enumeration, enclosingType);
        writer.Line($"/// <completionlist cref=\"{name}\"/>");
        if (enclosingType is null)
            _attributes.Type(enumeration.Since, enumeration.Description);
        writer.Line($"[{RuntimeNames.JsonConverter}(typeof({RuntimeNames.OpenEnumerationJsonConverter}<{name}>)), {RuntimeNames.TypeConverter}(typeof({RuntimeNames.OpenEnumerationTypeConverter}<{name}>))]");
        writer.Add($"{Code.If(enclosingType is not null || options.IsPublic, $"public", $"internal")} readonly partial struct {name} : {RuntimeNames.OpenEnumeration}<{name}>, {RuntimeNames.Equatable}<{name}>");
        writer.Line($"{Code.If(options.HasRequired, $", {RuntimeNames.Parsable}<{name}>")}");
        writer.Open();
        // An array, because a pattern with thousands of constants takes the compiler minutes.
        writer.Line($"private static readonly {RuntimeNames.OpenEnumerationValues}<{name}> s_known = new({Code.Join(enumeration.Values, static value => $"{new Literal(value.Value)}")});");
        writer.Line($"private readonly string _value;");
        writer.Line($"public {name}(string value) => _value = value;");
        writer.Line($"/// <summary>Gets the text on the wire.</summary>");
        writer.Line($"public string Value => _value;");
        foreach (CatalogEnumerationValue value in enumeration.Values)
        {
            if (string.IsNullOrWhiteSpace(value.Description))
                writer.Line($"/// <inheritdoc cref=\"{documented}\"/>");
            else
                writer.Line($"/// <summary>{new XmlText(value.Description!)}</summary>");
            writer.Line($"public static {name} {new Identifier(value.Identifier)} => new({new Literal(value.Value)});");
        }

        writer.Line($"/// <summary>Gets the documented values.</summary>");
        writer.Line($"public static {RuntimeNames.ReadOnlyList}<{name}> KnownValues => s_known;");
        writer.Line($"/// <summary>Gets a value indicating whether the value is documented.</summary>");
        writer.Line($"public bool IsKnown => s_known.Contains(_value);");
        writer.Line($"{RuntimeNames.OpenEnumerationValues}<{name}> {RuntimeNames.OpenEnumeration}<{name}>.Known => s_known;");
        writer.Line($"{name} {RuntimeNames.OpenEnumeration}<{name}>.Create(string value) => new(value);");
        Parsing(name);
        writer.Line($"public static implicit operator {name}(string value) => new(value);");
        writer.Line($"public static bool operator ==({name} left, {name} right) => left._value == right._value;");
        writer.Line($"public static bool operator !=({name} left, {name} right) => left._value != right._value;");
        writer.Line($"public bool Equals({name} other) => _value == other._value;");
        writer.Line($"public override bool Equals(object? obj) => obj is {name} other && _value == other._value;");
        writer.Line($"public override int GetHashCode() => _value is null ? 0 : _value.GetHashCode();");
        writer.Line($"public override string ToString() => _value;");
        if (isQueried)
            Field(name);
        writer.Close();
    }

    /// <summary>Writes the class of the fields in queries. Its list of completions makes editors offer the values after <c>f.State ==</c>.</summary>
    private void Field(Identifier name)
    {
        writer.Line($"/// <summary>Represents a field with these values in a query.</summary>");
        writer.Line($"/// <completionlist cref=\"{name}\"/>");
        writer.Line($"public sealed class QueryField : {RuntimeNames.QueryField}<{name}>");
        writer.Open();
        writer.Line($"public QueryField({RuntimeNames.QueryFields} owner, string name, bool isList = false) : base(owner, name, isList) {{ }}");
        writer.Close();
    }

    private void Parsing(Identifier name)
    {
        Code attribute = Code.If(options.HasRequired, $"[{RuntimeNames.NotNullWhen}(true)] ");
        writer.Line($"/// <summary>Accepts any text except null.</summary>");
        writer.Line($"public static bool TryParse({attribute}string? text, {RuntimeNames.FormatProvider}? provider, out {name} value) {{ value = text is null ? default : new(text); return text is not null; }}");
        if (options.HasRequired)
            writer.Line($"static {name} {RuntimeNames.Parsable}<{name}>.Parse(string text, {RuntimeNames.FormatProvider}? provider) => new(text ?? throw new {RuntimeNames.ArgumentNullException}(nameof(text)));");
    }

    /// <summary>
    /// Writes the documentation of the values once: at the property that has these values, otherwise at the type.
    /// Returns the name that the other elements refer to.
    /// </summary>
    private Code Document(CatalogEnumeration enumeration, string? enclosingType)
    {
        if (enumeration.Member is not { } member)
        {
            _documentation.Enumeration(enumeration);
            return $"{new Identifier(enumeration.TypeName)}";
        }

        // A value with the same name would hide the property.
        Code documented = Identifier.Path(Hides(enumeration, member) ? enclosingType + "." + member : member);
        writer.Line($"/// <inheritdoc cref=\"{documented}\"/>");
        return documented;
    }

    private static bool Hides(CatalogEnumeration enumeration, string member)
    {
        int dot = member.IndexOf('.');
        string first = dot < 0 ? member : member.Substring(0, dot);
        if (first is "Value" or "IsKnown" or "KnownValues" or "TryParse" or "QueryField")
            return true;
        foreach (CatalogEnumerationValue value in enumeration.Values)
        {
            if (string.Equals(value.Identifier, first, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
