using System.Collections.Generic;
using System.Text;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the parts that actions, results and structures have in common: properties, and the code that reads and writes them.</summary>
internal sealed class MemberEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly Documentation _documentation = new(writer);
    private readonly AttributeEmitter _attributes = new(writer);

    /// <summary>Returns a wire name as the reader and the body writer accept it.</summary>
    public Code Name(string wireName)
    {
        var name = new Literal(wireName);
        return Code.If(options.HasUtf8Literals && name.IsWellFormed, $"{name}u8", $"{name}");
    }

    /// <summary>
    /// Returns the method of <c>JsonBodyWriter</c> that writes a member. Prefers methods without overloads, because overload resolution
    /// takes most of the compile time of the generated code. These methods accept only UTF-8 names.
    /// </summary>
    public Code BodyMethod(CatalogMember member) =>
        HasUtf8Name(member) && TypedMethod(member.Type) is { } method ? method : $"Member";

    /// <summary>Determines whether a member's name is written as a UTF-8 literal.</summary>
    public bool HasUtf8Name(CatalogMember member) => options.HasUtf8Literals && new Literal(member.Name).IsWellFormed;

    /// <summary>Returns the method of <c>QueryWriter</c> that writes a parameter. Prefers methods without overloads.</summary>
    public static Code QueryMethod(CatalogMember member) =>
        member.Type.Kind is ValueKind.Timestamp or ValueKind.Structure or ValueKind.ErrorCode
            || member.Type is { Kind: ValueKind.List, Element.Kind: ValueKind.Structure or ValueKind.ErrorCode }
            || TypedMethod(member.Type) is not { } method
            ? $"Add"
            : method;

    private static Code? TypedMethod(TypeReference type) => type.Kind switch
    {
        ValueKind.String or ValueKind.OpenEnum => $"String",
        ValueKind.Int32 => $"Int32",
        ValueKind.Int64 => $"Int64",
        ValueKind.Boolean => $"Boolean",
        ValueKind.Timestamp => $"DateTimeOffset",
        ValueKind.Structure or ValueKind.ErrorCode => $"Structure",
        ValueKind.List when type.Element!.Kind is ValueKind.String or ValueKind.OpenEnum => $"StringList",
        ValueKind.List when type.Element!.Kind is ValueKind.Structure or ValueKind.ErrorCode => $"List",
        _ => null,
    };

    /// <summary>
    /// Writes the property of a field. Lists and maps are never null; a field that every response contains throws an exception if it is missing;
    /// all others are nullable.
    /// </summary>
    public void Field(CatalogMember member, TypeText types, Presence presence, string? sinceOfType)
    {
        bool isPresent = presence.IsPresent(member);
        Code type = types.Name(member.Type);
        if (isPresent)
            writer.Line($"private {type}? {presence.Storage(member)};");
        _documentation.Member(member, null);
        if (isPresent)
            writer.Line($"/// <exception cref=\"{RuntimeNames.MissingMember}\">The response does not contain the value.</exception>");
        _attributes.Member(member.Since, sinceOfType, member.Description);
        var name = new Identifier(member.Identifier);
        if (isPresent)
            writer.Line($"public {type} {name} {{ get => {presence.Storage(member)} ?? throw {RuntimeNames.MissingMember}.Of(this, {new Literal(member.Name)}); set => {presence.Storage(member)} = value; }}");
        else if (types.Empty(member.Type) is { } empty)
            writer.Line($"public {type} {name} {{ get; set; }} = {empty};");
        else
            writer.Line($"public {type}? {name} {{ get; set; }}");
    }

    /// <summary>Writes the property of a parameter, with <c>required</c> if the language supports it.</summary>
    public void Parameter(CatalogMember member, TypeText types, string? sinceOfType)
    {
        Code type = types.Name(member.Type);
        if (TypeText.HasStorage(member, options.HasRequired))
            writer.Line($"private {type}? {TypeText.Storage(member, options.HasRequired)};");
        _documentation.Member(member, member.Location);
        _attributes.Member(member.Since, sinceOfType, member.IsRequired ? null : member.Description);
        var name = new Identifier(member.Identifier);
        writer.Add($"public ");
        if (member.IsRequired && options.HasRequired)
            writer.Line($"required {type} {name} {{ get; set; }}");
        else if (member.IsRequired && !TypeText.IsValueType(member.Type))
            writer.Line($"{type} {name} {{ get; set; }} = null!;");
        else if (TypeText.HasStorage(member, options.HasRequired))
            writer.Line($"{type} {name} {{ get => {TypeText.Storage(member, options.HasRequired)}.GetValueOrDefault(); set => {TypeText.Storage(member, options.HasRequired)} = value; }}");
        else
            writer.Line($"{type}? {name} {{ get; set; }}");
    }

    /// <summary>Writes <c>ReadMember</c>: a comparison of the name's length, followed by a comparison with each name of that length.</summary>
    public void ReadMember(EquatableArray<CatalogMember> members, TypeText types, Presence presence)
    {
        if (members.Count == 0)
            return;
        // The index is the length: a dictionary with numbers as keys would be compiled by the JIT in every build.
        var byLength = new List<List<CatalogMember>?>();
        foreach (CatalogMember member in members)
        {
            int length = Encoding.UTF8.GetByteCount(member.Name);
            while (byLength.Count <= length)
                byLength.Add(null);
            (byLength[length] ??= []).Add(member);
        }

        writer.Line($"protected override bool ReadMember(ref {RuntimeNames.Reader} reader)");
        writer.Open();
        writer.Line($"switch (reader.NameLength)");
        writer.Open();
        for (int length = 0; length < byLength.Count; length++)
        {
            foreach (CatalogMember member in byLength[length] ?? [])
            {
                Code read = $"{presence.Storage(member)} = {types.Read(member.Type)}; return true;";
                writer.Add($"case {length} when reader.NameIs({Name(member.Name)}): ");
                // The sections of a switch share a scope, and reading an enumeration declares a variable.
                if (member.Type.Kind == ValueKind.OpenEnum)
                    writer.Line($"{{ {read} }}");
                else
                    writer.Line($"{read}");
            }
        }

        writer.Close();
        writer.Line($"return base.ReadMember(ref reader);");
        writer.Close();
    }

    /// <summary>Writes <c>WriteMembers</c>.</summary>
    public void WriteMembers(EquatableArray<CatalogMember> members, Presence presence, bool hasBase)
    {
        if (members.Count == 0)
            return;
        writer.Line($"protected override void WriteMembers(ref {RuntimeNames.BodyWriter} writer)");
        writer.Open();
        if (hasBase)
            writer.Line($"base.WriteMembers(ref writer);");
        foreach (CatalogMember member in members)
            writer.Line($"writer.{BodyMethod(member)}({Name(member.Name)}, {(presence.IsPresent(member) ? presence.Storage(member) : TypeText.Written(member, $"{new Identifier(member.Identifier)}", isNullable: true))});");
        writer.Close();
    }

    /// <summary>
    /// Writes the factory method that readers of lists and maps call. A base type reads the subclass that the response's schema names. See
    /// runtime/PROTOCOL.md §6.
    /// </summary>
    public void ReadFactory(Identifier type, bool hidesBase, EquatableArray<CatalogSubclass> subclasses = default)
    {
        writer.Add($"public static {Code.If(hidesBase, $"new ")}{type} Read(ref {RuntimeNames.Reader} reader) => reader.ReadMembers(");
        if (subclasses.Count == 0)
        {
            writer.Line($"new {type}());");
            return;
        }

        writer.Line($"reader.ClassName() switch");
        writer.Open();
        foreach (CatalogSubclass subclass in subclasses)
            writer.Line($"{new Literal(subclass.Name)} => new {new Identifier(subclass.TypeName)}(),");
        writer.Line($"_ => new {type}(),");
        writer.CloseStatement();
    }
}
