using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes what actions, results and structures share: documentation, <c>[Since]</c>, properties, readers and writers of members.</summary>
internal sealed class MemberEmitter(SourceWriter writer, EmitOptions options)
{
    public void Name(string wireName)
    {
        CSharpLiteral.Append(writer.Builder, wireName);
        if (options.HasUtf8Literals && CSharpLiteral.IsWellFormed(wireName))
            writer.Add("u8");
    }

    /// <summary>
    /// The method of <c>JsonBodyWriter</c> that writes a member: one without overloads where there is one for its type, since overloads
    /// cost the user's compiler more than all else in the generated code. Those take a name in UTF-8 only.
    /// </summary>
    public string BodyMethod(CatalogMember member, bool isRequired) =>
        options.HasUtf8Literals && CSharpLiteral.IsWellFormed(member.Name) && TypedMethod(member.Type, isRequired) is { } method ? method
        : isRequired ? "Required" : "Member";

    /// <summary>The method of <c>QueryWriter</c> that writes a parameter: one without overloads where there is one for its type.</summary>
    public static string QueryMethod(CatalogMember member, bool isRequired) => TypedMethod(member.Type, isRequired) switch
    {
        null or "DateTimeOffset" or "Structure" or "List" => isRequired ? "Required" : "Add",
        string method => method,
    };

    private static string? TypedMethod(TypeReference type, bool isRequired) => type.Kind switch
    {
        ValueKind.String or ValueKind.OpenEnum => isRequired ? "RequiredString" : "String",
        _ when isRequired => null,
        ValueKind.Int32 => "Int32",
        ValueKind.Int64 => "Int64",
        ValueKind.Boolean => "Boolean",
        ValueKind.Timestamp => "DateTimeOffset",
        ValueKind.Structure or ValueKind.ErrorCode => "Structure",
        ValueKind.List when type.Element!.Kind is ValueKind.String or ValueKind.OpenEnum => "StringList",
        ValueKind.List when type.Element!.Kind is ValueKind.Structure or ValueKind.ErrorCode => "List",
        _ => null,
    };

    public void Since(string? since)
    {
        if (SinceVersion.IsValid(since))
            writer.Add("[ZStack::Since(\"").Add(since!).Add("\")] ");
    }

    /// <summary>Writes the property of a field: nullable, or never null for lists and maps.</summary>
    public void Field(CatalogMember member, TypeText types)
    {
        Documentation(member, null);
        writer.Line();
        Since(member.Since);
        string? empty = types.Empty(member.Type);
        writer.Add("public ").Add(TypeText.Name(member.Type)).Add(empty is null ? "? " : " ").Add(member.Identifier);
        writer.Add(empty is null ? " { get; set; }" : " { get; set; } = " + empty + ";").End();
    }

    /// <summary>Writes the property of a parameter: <c>required</c> where the language has it.</summary>
    public void Parameter(CatalogMember member)
    {
        Documentation(member, member.Location);
        writer.Line();
        Since(member.Since);
        string type = TypeText.Name(member.Type);
        if (!member.IsRequired)
            writer.Add("public ").Add(type).Add("? ").Add(member.Identifier).Add(" { get; set; }").End();
        else if (options.HasRequired)
            writer.Add("public required ").Add(type).Add(" ").Add(member.Identifier).Add(" { get; set; }").End();
        else if (TypeText.IsValueType(member.Type))
            writer.Add("public ").Add(type).Add("? ").Add(member.Identifier).Add(" { get; set; }").End();
        else
            writer.Add("public ").Add(type).Add(" ").Add(member.Identifier).Add(" { get; set; } = null!;").End();
    }

    /// <summary>Writes <c>ReadMember</c>: one comparison for the name's length, then one for each name of that length.</summary>
    public void ReadMember(EquatableArray<CatalogMember> members, TypeText types)
    {
        if (members.Count == 0)
            return;
        var byLength = new SortedDictionary<int, List<CatalogMember>>();
        foreach (CatalogMember member in members)
        {
            int length = Encoding.UTF8.GetByteCount(member.Name);
            if (!byLength.TryGetValue(length, out List<CatalogMember>? same))
                byLength.Add(length, same = []);
            same.Add(member);
        }

        writer.Line("protected override bool ReadMember(ref ZStack::ZStackJsonReader reader)");
        writer.Open();
        writer.Line("switch (reader.NameLength)");
        writer.Open();
        foreach (KeyValuePair<int, List<CatalogMember>> pair in byLength)
        {
            foreach (CatalogMember member in pair.Value)
            {
                writer.Line().Add("case ").Add(pair.Key.ToString(CultureInfo.InvariantCulture)).Add(" when reader.NameIs(");
                Name(member.Name);
                // The sections of a switch share one scope, and reading an enumeration declares a variable.
                bool declares = member.Type.Kind == ValueKind.OpenEnum;
                writer.Add(declares ? "): { " : "): ").Add(member.Identifier).Add(" = ").Add(types.Read(member.Type)).Add(declares ? "; return true; }" : "; return true;").End();
            }
        }

        writer.Close();
        writer.Line("return base.ReadMember(ref reader);");
        writer.Close();
    }

    /// <summary>Writes <c>WriteMembers</c>.</summary>
    public void WriteMembers(EquatableArray<CatalogMember> members, bool hasBase)
    {
        if (members.Count == 0)
            return;
        writer.Line("protected override void WriteMembers(ref ZStack::JsonBodyWriter writer)");
        writer.Open();
        if (hasBase)
            writer.Line("base.WriteMembers(ref writer);");
        foreach (CatalogMember member in members)
        {
            writer.Line().Add("writer.").Add(BodyMethod(member, isRequired: false)).Add("(");
            Name(member.Name);
            writer.Add(", ").Add(TypeText.Written(member, isNullable: true)).Add(");").End();
        }

        writer.Close();
    }

    /// <summary>Writes the factory that readers of lists and maps call. Of a base it makes what the answer's schema says (protocol §6).</summary>
    public void ReadFactory(string typeName, bool hidesBase, EquatableArray<CatalogSubclass> subclasses = default)
    {
        writer.Line().Add(hidesBase ? "public static new " : "public static ").Add(typeName).Add(" Read(ref ZStack::ZStackJsonReader reader) => reader.ReadMembers(");
        if (subclasses.Count == 0)
        {
            writer.Add("new ").Add(typeName).Add("());").End();
            return;
        }

        writer.Add("reader.ClassName() switch").End();
        writer.Open();
        foreach (CatalogSubclass subclass in subclasses)
        {
            CSharpLiteral.Append(writer.Line().Builder, subclass.Name);
            writer.Add(" => new ").Add(subclass.TypeName).Add("(),").End();
        }

        writer.Line().Add("_ => new ").Add(typeName).Add("(),").End();
        writer.Close(");");
    }

    private void Documentation(CatalogMember member, ParameterLocation? location)
    {
        StringBuilder text = writer.Line().Add("/// <summary>").Builder;
        if (string.IsNullOrWhiteSpace(member.Description))
            XmlDoc.AppendCode(text, member.Name);
        else
            XmlDoc.AppendText(text, member.Description!);
        text.Append("</summary>");
        bool hasSince = !string.IsNullOrEmpty(member.Since);
        string? limits = location is null ? null : member.Limits;
        if (location is not null || hasSince || member.Values.Count > 0)
        {
            text.Append("<remarks>");
            if (location is not null)
                text.Append(location == ParameterLocation.Path ? "Path." : location == ParameterLocation.Query ? "Query." : "Body.");
            if (hasSince)
            {
                text.Append(location is null ? "Since " : " Since ");
                XmlDoc.AppendText(text, member.Since!);
                text.Append('.');
            }

            if (member.Values.Count > 0)
            {
                if (location is not null || hasSince)
                    text.Append(' ');
                XmlDoc.AppendValues(text, member.Values);
            }

            if (limits is not null)
                text.Append(' ').Append(limits);

            text.Append("</remarks>");
        }

        writer.End();
    }
}
