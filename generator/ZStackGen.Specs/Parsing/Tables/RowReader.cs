using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>Specifies how the cells of a layout's rows are read.</summary>
[Flags]
internal enum RowRules
{
    /// <summary>Each cell is below its heading.</summary>
    None = 0,

    /// <summary>Empty cells can be missing, so that the version is shifted to the left.</summary>
    Slid = 1,

    /// <summary>A description can start with "Optional." and end with "See x".</summary>
    Prose = 2,

    /// <summary>Type cells can be links to a type's table or page, and values are separated only by commas (the project's own format).</summary>
    Links = 4,
}

/// <summary>Converts the cells of a row to a parameter or a field. The same for all layouts.</summary>
internal sealed partial class RowReader(PageReading reading, PageTable table, RowRules rules)
{
    private string? _lastSince;
    private int _firstIndent = -1;
    private int? _presence;
    private bool? _requiredHasOnlyCrosses, _optionalHasOnlyCrosses;
    private TextRange _name, _type, _location, _description, _values, _since, _required, _optional;

    /// <summary>Gets a value that indicates whether the section of the table says that its parameters are optional.</summary>
    public bool AreOptional { get; init; }

    /// <summary>Gets the location that the section of the table states, for a table without a location column.</summary>
    public LocationText Stated { get; init; }

    /// <summary>Reads all rows as parameters.</summary>
    public void Parameters(List<ParameterDraft> parameters)
    {
        ReportRefused();
        List<PageRow> rows = Rows();
        if (parameters.Count == 0)
            parameters.Capacity = rows.Count;
        foreach (PageRow row in rows)
        {
            if (!Place(row))
                continue;
            (_required, _optional) = (RequiredCellOf(row.Cells, ColumnRole.Required), RequiredCellOf(row.Cells, ColumnRole.Optional));
            ReadOnlySpan<char> name = WithoutLifetime(table[_name], out bool isMarked), marked = table[_type];
            // The marker can also be behind the type: String (optional).
            bool optional = isMarked | OptionalMarker.TakeFromName(ref name) | OptionalMarker.TakeFromName(ref marked), required = !optional && OptionalMarker.TakeRequiredFromName(ref name);
            if (IsIndented())
                continue;
            isMarked = !optional && !required && IsInBrackets(name);
            // A row without a name is kept, because the example of the body can contain the name.
            string? wireName = IsNameless(row) ? "" : NameOf(WithoutWrapper(name));
            if (wireName is null)
                continue;
            ReadOnlySpan<char> description = table[_description];
            string? reference = null;
            if ((rules & RowRules.Prose) != 0)
            {
                optional |= (OptionalMarker.TakeFromDescription(ref description) || IsMarkedElsewhere(row.Cells)) && !required;
                // Only an anchor is certain: "see x" can be a remark.
                if (description.IndexOf("](#".AsSpan()) >= 0 && StructureReference.Take(ref description, wireName, out string anchor))
                    reference = anchor;
            }

            if (isMarked && IsOptionalByBrackets(wireName))
                optional = true;
            else if (!required)
                optional = IsOptional(wireName, optional || AreOptional || IsOptionalElsewhere(row.Cells));
            // In the page format, only the mark behind the name or a column makes a parameter optional.
            if (!optional && (rules & RowRules.Links) != 0 && OptionalMarker.IsInDescription(description))
                reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_description), $"It is not clear whether {Excerpt.Of(wireName)} is required: its description says that it is optional, but no `(optional)` follows its name; {Excerpt.Of(wireName)} is required.");
            string? type = Type();
            ValueCell values = (rules & RowRules.Prose) != 0 && TakeOptions(ref description) is { Items.Count: > 1 } options ? options : Values(description, type);
            LocationText location = WithWrapper(table.Columns.HasLocation ? LocationCell.Read(table[_location]) : Stated, row.Cells, wireName);
            parameters.Add(new ParameterDraft
            {
                Name = wireName,
                Type = type,
                TypeLink = TypeLink(),
                Reference = reference,
                Location = location.Location,
                Wrapper = location.Wrapper,
                LocationNote = location.Note,
                InWrapper = location.Wrapper is not null && location.Location != StatedLocation.Unknown,
                IsOptional = optional,
                Since = Since(),
                Values = values,
                Description = WithRemark(WithOthers(Description(description, values), row.Cells)),
                NamePlace = table.ToPage(_name),
                TypePlace = table.ToPage(_type),
                SincePlace = table.ToPage(_since),
                ValuesPlace = table.ToPage(_values),
                LocationPlace = table.ToPage(_location),
            });
        }
    }

    /// <summary>Reads all rows as fields.</summary>
    public void Fields(List<FieldDraft> fields)
    {
        ReportRefused();
        List<PageRow> rows = Rows();
        if (fields.Count == 0)
            fields.Capacity = rows.Count;
        foreach (PageRow row in rows)
        {
            if (!Place(row) || IsIndented() || NameOf(WithoutLifetime(table[_name], out _)) is not { } wireName)
                continue;
            (_required, _optional) = (RequiredCellOf(row.Cells, ColumnRole.Required), RequiredCellOf(row.Cells, ColumnRole.Optional));
            ReadOnlySpan<char> description = table[_description];
            string? reference = null;
            if ((rules & RowRules.Prose) != 0 && StructureReference.Take(ref description, wireName, out string found))
                reference = found;
            string? type = Type();
            ValueCell values = Values(description, type);
            fields.Add(new FieldDraft
            {
                Name = wireName,
                Type = type,
                TypeLink = TypeLink(),
                Since = Since(),
                Values = values,
                Description = WithRemark(WithPresence(WithOthers(Description(description, values), row.Cells))),
                Reference = reference,
                NamePlace = table.ToPage(_name),
                TypePlace = table.ToPage(_type),
                SincePlace = table.ToPage(_since),
            });
        }
    }

    /// <summary>Determines whether a row lost its first cell, so that type and location are in the columns of name and type.</summary>
    private bool IsNameless(PageRow row)
    {
        if (!table.Columns.HasLocation || !table.Columns.AreUsual)
            return false;
        if (_name.IsEmpty)
        {
            reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_name), "The row has no name.");
            return true;
        }

        if (!TypeWords.IsKnown(table[_name]) || LocationCell.Read(table[_type]).Location is StatedLocation.Unknown or StatedLocation.Unstated)
            return false;
        Broken(row, "it has no name");
        TextRange[] cells = row.Cells;
        var shifted = new TextRange[cells.Length + 1];
        shifted[0] = new TextRange(cells[0].Start, cells[0].Start);
        Array.Copy(cells, 0, shifted, 1, cells.Length);
        (_name, _type, _location) = (shifted[0], shifted[1], shifted[2]);
        _description = _values = _since = default;
        PlaceFromBothEnds(shifted, 3);
        return true;
    }

    private void ReportRefused()
    {
        if (table.Columns.IsAmbiguous)
            reading.Findings.Add(FindingRules.UnknownColumns, table.Place, "Two columns of the table have the same meaning; the first column is used.");
        foreach (TextRange line in table.Refused)
            reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(line), "The line is not a row of the table.");
    }

    private string? NameOf(ReadOnlySpan<char> cell)
    {
        string name = CellText.Plain(cell);
        // Emphasis by underscores, or a formula. No name of ZStack starts and ends with such a character.
        if (name.Length > 2 && name[0] is '_' or '$' && name[name.Length - 1] == name[0])
            name = name.Trim(name[0]);
        string? fault = NameFault.In(name);
        if (fault is null && !IsPath(name))
            return name;
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_name), name.Length == 0
            ? "The row has no name."
            : $"'{Excerpt.Of(name)}', the name of the row, {fault ?? "is a path of members. Describe the members of a structure in a table of the structure"}.");
        return null;
    }

    /// <summary>Removes the wrapper from a name: <c>paintDoor.colour</c> in <c>body: paintDoor</c>.</summary>
    private ReadOnlySpan<char> WithoutWrapper(ReadOnlySpan<char> name)
    {
        int dot = name.IndexOf('.');
        return dot > 0 && LocationCell.Read(table[_location]).Wrapper is { Length: > 0 } wrapper && CellText.Plain(name.Slice(0, dot)) == wrapper ? name.Slice(dot + 1) : name;
    }

    /// <summary>Determines whether a name consists of several names with periods between them: <c>inventory.uuid</c>.</summary>
    private static bool IsPath(string name)
    {
        int dot = name.IndexOf('.');
        return dot > 0 && dot + 1 < name.Length && Characters.IsName(name.AsSpan(0, dot)) && Characters.IsNamePart(name[dot + 1]);
    }

    private string? Type()
    {
        ReadOnlySpan<char> cell = table[_type];
        if (!OptionalMarker.TakeFromName(ref cell))
            OptionalMarker.TakeRequiredFromName(ref cell);
        if (cell.IsEmpty)
        {
            reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_name), "The row has no type.");
            return null;
        }

        if (TypeWords.Intern(cell) is { } word)
            return word;
        // Brackets around a type word are a list. Brackets around the name of a structure can be a link without an address.
        if (cell.Length > 2 && cell[0] == '[' && cell[cell.Length - 1] == ']' && TypeWords.Intern(cell.Slice(1, cell.Length - 2)) is { } element)
            return $"List<{element}>";
        string type = CellText.Plain(cell).TrimEnd('.', ',', '。', '，', ':');
        return type.Length == 0 ? null : TypeWords.WithoutPackage(type);
    }

    private string? TypeLink()
    {
        if ((rules & RowRules.Links) == 0)
            return null;
        ReadOnlySpan<char> cell = table[_type];
        if (cell.Length > 1 && cell[0] == '`')
            return "`";
        return CellText.LinkAddress(cell) is { IsEmpty: false } address ? address.ToString() : null;
    }

    /// <summary>
    /// Reads the values at the end of a description: <c>Options: Permissive | Enforcing.</c> The bar moves the last value into a separate cell.
    /// </summary>
    private ValueCell TakeOptions(ref ReadOnlySpan<char> description)
    {
        int at = ValueCell.OptionsAt(description);
        if (at < 0)
            return default;
        int start = _description.End - description.Length + at;
        bool isSplit = _values.Start >= _description.End && !_values.IsEmpty;
        ValueCell values = ValueCell.FromSentence(table[new TextRange(start, isSplit ? _values.End : _description.End)]);
        if (values.Items.Count > 1)
            description = CellText.Trim(description.Slice(0, at));
        return values;
    }

    /// <summary>Reads the values cell. The page format has fewer notations for values than published pages.</summary>
    private ValueCell Values(ReadOnlySpan<char> description, string? type) => _values.IsEmpty ? default
        : (rules & RowRules.Links) != 0 ? NativeValueCell.Read(table[_values], type)
        : ValueCell.Read(table[_values], description, type);

    /// <summary>Returns the description, with the text of a values cell that lists no values.</summary>
    private string? Description(ReadOnlySpan<char> cell, ValueCell values)
    {
        string? text = CellText.Description(cell);
        // The range of a number loses the remark about its default.
        bool isComplete = values.Items.Count > 0 && !(values.Items.Count == 1 && ValueLimit.IsLimit(values.Items[0]) && RangeWords.HasDefault(table[_values].ToString()));
        return isComplete || _values.IsEmpty || ValueCell.Remark(table[_values], cell) is not { } remark ? text
            : text is null ? remark : text + "\n" + remark;
    }

    private string? Since()
    {
        ReadOnlySpan<char> cell = table[_since];
        if (cell.IsEmpty)
            return null;
        // Most rows of a table have the version of the row above.
        if (_lastSince is not null && cell.SequenceEqual(_lastSince.AsSpan()))
            return _lastSince;
        return VersionRemark.TryRead(cell, out string since, out _) ? since : _lastSince = VersionCell.Read(cell);
    }

    private void Broken(PageRow row, string why)
    {
        TextRange last = row.Cells[row.Cells.Length - 1];
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(new TextRange(row.Cells[0].Start, last.End)), $"The row is broken: {why}.");
    }
}
