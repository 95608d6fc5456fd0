ALTER TABLE `keys` ADD `replaced_by` text REFERENCES keys(id);
